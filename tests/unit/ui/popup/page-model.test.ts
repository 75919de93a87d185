import { describe, expect, it, vi } from 'vitest';
import type { Settings } from '@/lib/app/ports/settings';
import { PageModel } from '@/lib/ui/popup/page-model';
import { createMemorySettings, createMemorySites } from '../../../support/memory-ports';

const SITE = 'https://course.example';

async function openOver(url: string | undefined, initial: Partial<Settings> = {}, allowed = [SITE]) {
  const settings = createMemorySettings(initial);
  const sites = createMemorySites(allowed, url);
  const page = new PageModel(sites, settings);
  await page.connect();
  return { page, settings, sites };
}

describe('the page in the tab', () => {
  it.each([
    ['reading', `${SITE}/a`, {}],
    ['paused', `${SITE}/a`, { pausedOrigins: [SITE] }],
    ['paused', `${SITE}/a`, { paused: true }],
    ['not-allowed', 'https://other.example/', {}],
    ['unreadable', undefined, {}],
  ] as const)('is %s', async (state, url, initial) => {
    const { page } = await openOver(url, initial);
    expect(page.view.value?.state).toBe(state);
  });

  it.each([
    [`${SITE}/notes/Week%201.PDF?download=1#page=2`, true],
    [`${SITE}/why-pdf`, false],
    [undefined, false],
  ])('at %s is shown by the PDF viewer: %s', async (url, isPdf) => {
    const { page } = await openOver(url);
    expect(page.view.value?.isPdf).toBe(isPdf);
  });

  it.each([
    ['left-alone', {}, [SITE]],
    ['paused', { paused: true }, [SITE]],
    ['not-allowed', {}, []],
  ] as const)('is %s when it asks for a secret', async (state, initial, allowed) => {
    const asksForSecret = vi.fn(async () => true);
    const sites = createMemorySites(allowed, `${SITE}/login`);
    const page = new PageModel(sites, createMemorySettings(initial), asksForSecret);
    await page.connect();
    await vi.waitFor(() => expect(page.view.value?.state).toBe(state));
  });

  it('is unknown until the browser has answered', () => {
    const page = new PageModel(createMemorySites([], SITE), createMemorySettings());
    expect(page.view.value).toBeUndefined();
  });

  it('is read after one click, in the turn of that click', async () => {
    const { page, sites } = await openOver('https://other.example/a');
    const request = vi.spyOn(sites, 'requestAccess');
    const done = page.allow();
    expect(request).toHaveBeenCalledWith('https://other.example');
    await done;
    expect(page.view.value).toMatchObject({ state: 'reading', host: 'other.example' });
  });

  it('stays as it is when the learner declines', async () => {
    const { page, sites } = await openOver('https://other.example/a');
    vi.spyOn(sites, 'requestAccess').mockResolvedValue(false);
    await page.allow();
    expect(page.view.value?.state).toBe('not-allowed');
  });

  it('is paused and read again by one click each, and other sites keep their state', async () => {
    const { page, settings } = await openOver(`${SITE}/a`, { pausedOrigins: ['https://third.example'] });
    await page.pause();
    expect(page.view.value?.state).toBe('paused');
    expect((await settings.read()).pausedOrigins).toEqual(['https://third.example', SITE]);
    await page.resume();
    expect(page.view.value?.state).toBe('reading');
    expect((await settings.read()).pausedOrigins).toEqual(['https://third.example']);
  });

  it('resumes from a pause of everything', async () => {
    const { page, settings } = await openOver(`${SITE}/a`, { paused: true });
    expect(page.view.value?.pausedEverywhere).toBe(true);
    await page.resume();
    expect(await settings.read()).toMatchObject({ paused: false });
  });

  it('follows a pause from another window', async () => {
    const { page, settings } = await openOver(`${SITE}/a`);
    await settings.update({ paused: true });
    expect(page.view.value?.state).toBe('paused');
  });
});
