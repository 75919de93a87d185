const ENGLISH: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

const CHINESE_DIGITS = '〇一二三四五六七八九';

const CHINESE_PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Value of an English number word from zero to twelve; absent for any other word. */
export function englishNumber(word: string): number | undefined {
  return Object.hasOwn(ENGLISH, word) ? ENGLISH[word] : undefined;
}

/** Value of one Chinese digit character (零 〇 一 二 两 三 … 九). */
function chineseDigit(character: string): number | undefined {
  if (character === '零') return 0;
  if (character === '两') return 2;
  const value = CHINESE_DIGITS.indexOf(character);
  return value >= 0 ? value : undefined;
}

/**
 * Value of a Chinese numeral below 100 million: with places (三百二十) or digit by digit (一九九一). Absent when the text
 * is anything else.
 */
export function chineseNumber(numeral: string): number | undefined {
  const characters = [...numeral];
  if (characters.length === 0) return undefined;
  const digits = characters.map(chineseDigit);
  if (characters.length > 1 && digits.every((digit) => digit !== undefined)) {
    return characters.length <= 8 ? Number(digits.join('')) : undefined;
  }
  let total = 0;
  let belowTenThousand = 0;
  let digit: number | undefined;
  for (const [index, character] of characters.entries()) {
    const value = digits[index];
    const place = CHINESE_PLACES[character];
    if (value !== undefined) {
      digit = value;
    } else if (place === 10_000) {
      total += (belowTenThousand + (digit ?? 0)) * place;
      belowTenThousand = 0;
      digit = undefined;
    } else if (place !== undefined) {
      belowTenThousand += (digit ?? 1) * place;
      digit = undefined;
    } else {
      return undefined;
    }
  }
  return total + belowTenThousand + (digit ?? 0);
}

/** Chinese numeral of a whole number from 0 to 9,999 in its usual form (十二, 三百零五). */
export function toChineseNumber(value: number): string {
  if (value < 10) return value === 0 ? '零' : (CHINESE_DIGITS[value] ?? '');
  const places = ['', '十', '百', '千'];
  const digits = [...String(value)].map(Number);
  let numeral = '';
  let pendingZero = false;
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      pendingZero = true;
      continue;
    }
    const place = places[digits.length - 1 - index] ?? '';
    const isPlainTen = digit === 1 && place === '十' && index === 0;
    numeral += (pendingZero ? '零' : '') + (isPlainTen ? '' : CHINESE_DIGITS[digit]) + place;
    pendingZero = false;
  }
  return numeral;
}
