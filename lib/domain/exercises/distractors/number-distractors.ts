import type { Random } from '../../shared/random';
import { chineseNumber, toChineseNumber } from '../grading/number-words';
import { MOST_DISTRACTORS } from './choose-distractors';

const DIGITS = /\d[\d,]*(?:\.\d+)?/g;
const CHINESE_DIGITS = /[零一二三四五六七八九十百千]+/g;
const YEAR = /^(?:1\d|20)\d\d$/;

const LEAST_CHANGE = 0.1;
const GREATEST_CHANGE = 0.5;
/** A year is changed by years rather than by a share of two thousand. */
const LEAST_YEARS = 2;
const GREATEST_YEARS = 30;
const ATTEMPTS = 60;

/**
 * Other values of a number, with the same unit, form and count of digits, 10 to 50 % away (years: 2 to 30 years). Only the
 * first number of the key changes. Empty when the key holds no number that can be changed.
 */
export function numberDistractors(key: string, random: Random, latestYear: number): string[] {
  const [match] = key.matchAll(DIGITS);
  if (match !== undefined) {
    return collect(key, () =>
      replaceAt(key, match.index, match[0], changeDigits(match[0], random, latestYear)),
    );
  }
  const [numeral] = key.matchAll(CHINESE_DIGITS);
  const value = numeral && chineseNumber(numeral[0]);
  if (numeral === undefined || value === undefined || value < 2 || value > 9999) return [];
  return collect(key, () =>
    replaceAt(key, numeral.index, numeral[0], toChineseNumber(changeValue(value, random))),
  );
}

function collect(key: string, next: () => string): string[] {
  const found = new Set<string>();
  for (let attempt = 0; attempt < ATTEMPTS && found.size < MOST_DISTRACTORS; attempt += 1) {
    const candidate = next();
    if (candidate !== key && candidate.length === key.length) found.add(candidate);
  }
  return [...found];
}

function replaceAt(text: string, index: number, old: string, replacement: string): string {
  return text.slice(0, index) + replacement + text.slice(index + old.length);
}

function changeDigits(digits: string, random: Random, latestYear: number): string {
  if (YEAR.test(digits)) return String(changeYear(Number(digits), random, latestYear));
  const plain = digits.replaceAll(',', '');
  const decimals = plain.split('.')[1]?.length ?? 0;
  const scale = 10 ** decimals;
  const roundTo = 10 ** (plain.replace('.', '').match(/0*$/)?.[0].length ?? 0);
  const changed = changeValue(Math.round(Number(plain) * scale) / roundTo, random) * roundTo;
  const text = (changed / scale).toFixed(decimals);
  return digits.includes(',') ? text.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : text;
}

/** A whole number 10 to 50 % away, and at least one away. */
function changeValue(value: number, random: Random): number {
  const share = LEAST_CHANGE + (GREATEST_CHANGE - LEAST_CHANGE) * random();
  const step = Math.max(1, Math.round(value * share));
  return random() < 0.5 && value > step ? value - step : value + step;
}

function changeYear(year: number, random: Random, latestYear: number): number {
  const step = LEAST_YEARS + Math.floor((GREATEST_YEARS - LEAST_YEARS + 1) * random());
  return random() < 0.5 && year + step <= latestYear ? year + step : year - step;
}
