import type { Centres } from '../embedding/centring';
import { codedLength } from '../embedding/int8-codec';
import { EMBEDDING_DIMENSION as DIMENSION } from '../embedding/model';
import { dot, normalise, subtract } from '../embedding/vector';
import type { Language, TextLanguage } from '../text/language';
import { bestOf } from './best-of';
import { rescale } from './mix-scores';
import { signCode, signDistance, signWords } from './sign-codes';

/** A question as it is compared with passages. */
export interface ReadyQuestion {
  readonly lang: Language;
  /** As the encoder gave it. */
  readonly raw: Float32Array;
  /** Without what all texts of its language have in common. */
  readonly centred: Float32Array;
  /** Signs of `centred`. */
  readonly signs: Int32Array;
  /** Inner product with the centre of each language, which is in every vector of that language. */
  readonly common: Readonly<Record<Language, number>>;
}

const SIGN_WORDS = signWords(DIMENSION);
const SCALE_BYTES = codedLength(0);
const ORIGIN = new Float32Array(DIMENSION);
const SMALLEST_CAPACITY = 1_024;
const GROWTH = 1.5;

/** More vectors than this are compared by their signs first. */
const LOOK_AT_ALL = 10_000;

/** Of the vectors compared by their signs, so many are compared exactly. */
const RESCORED_SHARE = 0.05;

/** Coded vectors of passages, by the small number that stands for each passage. */
export class VectorTable {
  #centres: Centres = {};
  #numbers = new Int8Array();
  #scales = new Float32Array();
  #signs = new Int32Array();
  /** Length of each vector after centring; 0 where there is none. */
  #lengths = new Float32Array();
  #langs: Language[] = [];

  /** @param prefilterAbove number of vectors from which on signs are compared first */
  constructor(readonly prefilterAbove = LOOK_AT_ALL) {}

  /** @param bytes one vector as `encodeInt8` codes it */
  set(slot: number, lang: TextLanguage, bytes: Uint8Array): void {
    this.#reserve(slot + 1);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#scales[slot] = view.getFloat32(0, true);
    this.#numbers.set(
      new Int8Array(bytes.buffer, bytes.byteOffset + SCALE_BYTES, DIMENSION),
      slot * DIMENSION,
    );
    this.#langs[slot] = centreLanguage(lang);
    this.#centre(slot);
  }

  remove(slot: number): void {
    if (!this.has(slot)) return;
    this.#lengths[slot] = 0;
    this.#numbers.fill(0, slot * DIMENSION, (slot + 1) * DIMENSION);
    this.#signs.fill(0, slot * SIGN_WORDS, (slot + 1) * SIGN_WORDS);
  }

  has(slot: number): boolean {
    return (this.#lengths[slot] ?? 0) > 0;
  }

  /** Compares all vectors from these centres from now on. */
  recentre(centres: Centres): void {
    this.#centres = centres;
    for (const slot of this.#lengths.keys()) if (this.has(slot)) this.#centre(slot);
  }

  /** @param question raw vector in the role of a query */
  prepare(question: Float32Array, lang: TextLanguage): ReadyQuestion {
    const own = centreLanguage(lang);
    const centred = normalise(subtract(question, this.#centreOf(own)));
    const common = { en: dot(centred, this.#centreOf('en')), zh: dot(centred, this.#centreOf('zh')) };
    return { lang: own, raw: question, centred, signs: signCode(centred), common };
  }

  /** Cosine of the centred vectors, −1 to 1; 0 where there is no vector. */
  similarity({ centred, common }: ReadyQuestion, slot: number): number {
    const length = this.#lengths[slot];
    return length ? (this.#dot(centred, slot) - common[this.#langs[slot] ?? 'en']) / length : 0;
  }

  /**
   * Similarities on the scale of centred cosines. Within one language raw vectors tell a little more apart, so there the
   * raw cosines take the mean and the spread of the centred ones, and stay comparable with those across languages.
   */
  similarities(question: ReadyQuestion, slots: readonly number[]): Map<number, number> {
    const similarities = new Map(slots.map((slot) => [slot, this.similarity(question, slot)]));
    const own = slots.filter((slot) => this.#langs[slot] === question.lang);
    const raw = own.map((slot) => this.#dot(question.raw, slot));
    const rescaled = rescale(
      raw,
      own.map((slot) => similarities.get(slot) ?? 0),
    );
    own.forEach((slot, i) => {
      similarities.set(slot, rescaled[i] ?? 0);
    });
    return similarities;
  }

  /** The accepted slots that are most similar, best first. */
  nearest(question: ReadyQuestion, count: number, accepts: (slot: number) => boolean): number[] {
    const slots = this.#slotsWhere(accepts);
    const near =
      slots.length > this.prefilterAbove
        ? this.#alikeInSigns(question, Math.max(count, RESCORED_SHARE * slots.length), slots)
        : slots;
    return bestOf(Array.from(near), count, (slot) => this.similarity(question, slot));
  }

  #slotsWhere(accepts: (slot: number) => boolean): Uint32Array {
    const lengths = this.#lengths;
    const slots = new Uint32Array(lengths.length);
    let count = 0;
    for (let slot = 0; slot < lengths.length; slot++)
      if (lengths[slot] !== 0 && accepts(slot)) slots[count++] = slot;
    return slots.subarray(0, count);
  }

  #dot(vector: Float32Array, slot: number): number {
    const numbers = this.#numbers;
    const start = slot * DIMENSION;
    let sum = 0;
    for (let i = 0; i < DIMENSION; i++) sum += (vector[i] ?? 0) * (numbers[start + i] ?? 0);
    return sum * (this.#scales[slot] ?? 0);
  }

  /** At least so many slots whose signs differ least; distances are few, so counting them is enough of sorting. */
  #alikeInSigns({ signs }: ReadyQuestion, count: number, slots: Uint32Array): Uint32Array {
    const own = this.#signs;
    const distances = new Uint16Array(slots.length);
    const slotsAt = new Uint32Array(DIMENSION + 1);
    for (let i = 0; i < slots.length; i++) {
      const distance = signDistance(signs, own, (slots[i] ?? 0) * SIGN_WORDS);
      distances[i] = distance;
      slotsAt[distance] = (slotsAt[distance] ?? 0) + 1;
    }
    let farthest = -1;
    for (let found = 0; found < count && farthest < DIMENSION; ) found += slotsAt[++farthest] ?? 0;
    return slots.filter((_, i) => (distances[i] ?? 0) <= farthest);
  }

  #centreOf(lang: Language): Float32Array {
    return this.#centres[lang] ?? ORIGIN;
  }

  /** Signs and length of a centred vector, in one pass and without copies: done for every vector there is. */
  #centre(slot: number): void {
    const centre = this.#centreOf(this.#langs[slot] ?? 'en');
    const numbers = this.#numbers;
    const scale = this.#scales[slot] ?? 0;
    const start = slot * DIMENSION;
    let squares = 0;
    for (let word = 0; word < SIGN_WORDS; word++) {
      let signs = 0;
      for (let bit = 0; bit < 32; bit++) {
        const i = 32 * word + bit;
        const value = (numbers[start + i] ?? 0) * scale - (centre[i] ?? 0);
        squares += value * value;
        if (value > 0) signs |= 1 << bit;
      }
      this.#signs[slot * SIGN_WORDS + word] = signs;
    }
    this.#lengths[slot] = Math.sqrt(squares) || Number.EPSILON;
  }

  #reserve(slots: number): void {
    const current = this.#lengths.length;
    if (slots <= current) return;
    const capacity = Math.max(SMALLEST_CAPACITY, slots, Math.ceil(current * GROWTH));
    this.#numbers = filled(new Int8Array(capacity * DIMENSION), this.#numbers);
    this.#scales = filled(new Float32Array(capacity), this.#scales);
    this.#signs = filled(new Int32Array(capacity * SIGN_WORDS), this.#signs);
    this.#lengths = filled(new Float32Array(capacity), this.#lengths);
  }
}

/** Texts in neither language are compared as if they were English, whose letters most of them share. */
function centreLanguage(lang: TextLanguage): Language {
  return lang === 'zh' ? 'zh' : 'en';
}

function filled<Numbers extends Int8Array | Int32Array | Float32Array>(
  larger: Numbers,
  smaller: Numbers,
): Numbers {
  larger.set(smaller);
  return larger;
}
