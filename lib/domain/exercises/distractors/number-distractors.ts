import type { Random } from '../../shared/random';
import { chineseNumber, toChineseNumber } from '../grading/number-words';
import { FEWEST_DISTRACTORS, MOST_DISTRACTORS } from './choose-distractors';

const CENTURY = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?=世纪)/;
const DIGITS = /\d[\d,]*(?:\.\d+)?/;
const CHINESE_DIGITS = /[零一二三四五六七八九十百千]+/;
const YEAR = /(?<!\d)(?:1\d|20)\d\d(?=年|s?$)|(?<=[A-Za-z]\.?,? )\d{3,4}$/;

const LEAST_CHANGE = 0.1;
const GREATEST_CHANGE = 0.5;
/** A year is changed by years rather than by a share of two thousand. */
const LEAST_YEARS = 2;
const GREATEST_YEARS = 30;
const GREATEST_CENTURIES = 3;
const ATTEMPTS = 60;

/**
 * Other values of a number, with the same unit, form and count of digits, 10 to 50 % away (years: 2 to 30 years). Only one
 * number of the key changes, in a date the year. Empty when the key holds no number that can be changed.
 *
 * @param latestYear years after it are not offered
 */
export function numberDistractors(key: string, random: Random, latestYear: number): string[] {
  const year = YEAR.exec(key);
  if (year !== null) {
    const step = key.endsWith('s') || key.endsWith('年代') ? 10 : 1;
    return collect(key, () =>
      replaceAt(key, year, String(changeYear(Number(year[0]), step, random, latestYear))),
    );
  }
  const century = CENTURY.exec(key);
  if (century !== null) {
    const latest = Math.ceil(latestYear / 100);
    return collect(key, () => replaceAt(key, century, changeCentury(century[0], latest, random)));
  }
  const digits = DIGITS.exec(key);
  if (digits !== null) {
    const isShare = /^\s?(?:%|％|percent)/.test(key.slice(digits.index + digits[0].length));
    return collect(key, () => replaceAt(key, digits, changeDigits(digits[0], random, isShare)));
  }
  const numeral = CHINESE_DIGITS.exec(key);
  const value = numeral === null ? undefined : chineseNumber(numeral[0]);
  if (numeral === null || value === undefined || value < 2 || value > 9999) return [];
  return collect(key, () => replaceAt(key, numeral, toChineseNumber(changeValue(value, random))));
}

function collect(key: string, next: () => string): string[] {
  const found = new Set<string>();
  for (let attempt = 0; attempt < ATTEMPTS && found.size < MOST_DISTRACTORS; attempt += 1) {
    const candidate = next();
    if (candidate !== key && isAsLong(candidate, key)) found.add(candidate);
  }
  return found.size < FEWEST_DISTRACTORS ? [] : [...found];
}

/** Chinese numerals of one value range differ in length; digits must not. */
function isAsLong(candidate: string, key: string): boolean {
  return /\d/.test(key) ? candidate.length === key.length : Math.abs(candidate.length - key.length) <= 1;
}

function replaceAt(text: string, match: RegExpExecArray, replacement: string): string {
  return text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length);
}

/** Keeps decimals, thousands commas and trailing zeros: 3.5 stays a tenth, 1,300 stays a round number. */
function changeDigits(digits: string, random: Random, isShare: boolean): string {
  const plain = digits.replaceAll(',', '');
  const decimals = plain.split('.')[1]?.length ?? 0;
  const scale = 10 ** decimals;
  const roundTo = 10 ** (plain.replace('.', '').match(/0*$/)?.[0].length ?? 0);
  const changed = (changeValue(Math.round(Number(plain) * scale) / roundTo, random) * roundTo) / scale;
  if (isShare && changed > 100) return digits;
  const text = changed.toFixed(decimals);
  return digits.includes(',') ? text.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : text;
}

/** A whole number 10 to 50 % away, and at least one away. */
function changeValue(value: number, random: Random): number {
  const share = LEAST_CHANGE + (GREATEST_CHANGE - LEAST_CHANGE) * random();
  const step = Math.max(1, Math.round(value * share));
  return random() < 0.5 && value > step ? value - step : value + step;
}

function changeCentury(century: string, latest: number, random: Random): string {
  const value = /\d/.test(century) ? Number(century) : (chineseNumber(century) ?? 0);
  const away = 1 + Math.floor(GREATEST_CENTURIES * random());
  const changed = random() < 0.5 && value + away <= latest ? value + away : Math.max(1, value - away);
  return /\d/.test(century) ? String(changed) : toChineseNumber(changed);
}

/** @param step 10 for decades, else 1 */
function changeYear(year: number, step: number, random: Random, latestYear: number): number {
  const least = Math.max(LEAST_YEARS, step);
  const away = Math.ceil((least + (GREATEST_YEARS - least) * random()) / step) * step;
  return random() < 0.5 && year + away <= latestYear ? year + away : year - away;
}
