import type { SiteAdapter } from '../site-adapter';
import arxiv from './arxiv.json';
import bilibili from './bilibili.json';
import canvas from './canvas.json';
import coursera from './coursera.json';
import edx from './edx.json';
import icourse163 from './icourse163.json';
import khanAcademy from './khan-academy.json';
import mdn from './mdn.json';
import mitOpenCourseWare from './mit-opencourseware.json';
import moodle from './moodle.json';
import openEdx from './open-edx.json';
import runoob from './runoob.json';
import wikipedia from './wikipedia.json';
import xuetangx from './xuetangx.json';
import youtube from './youtube.json';

/** In `hosts`: the software runs under names that nobody can list. */
const ANY_HOST = '*';

export const SITE_ADAPTERS: readonly SiteAdapter[] = [
  arxiv,
  bilibili,
  canvas,
  coursera,
  edx,
  icourse163,
  khanAcademy,
  mdn,
  mitOpenCourseWare,
  moodle,
  openEdx,
  runoob,
  wikipedia,
  xuetangx,
  youtube,
];

/** Adapter of one host in particular, or else those of software that runs on hosts of many names. */
export function adaptersFor(address: string): readonly SiteAdapter[] {
  if (!URL.canParse(address)) return [];
  const { hostname } = new URL(address);
  const own = SITE_ADAPTERS.filter(({ hosts }) => hosts.some((host) => covers(host, hostname)));
  return own.length > 0 ? own : SITE_ADAPTERS.filter(({ hosts }) => hosts.includes(ANY_HOST));
}

function covers(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
