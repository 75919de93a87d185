import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { failure, type Result, success } from '@/lib/domain/shared/result';

export type ZipTrouble = 'broken' | 'too-large';

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one entry, and of all that are wanted, when they are unpacked. */
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Times that an entry may be larger than it is packed, beyond a size at which that would matter. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
}

/** Text is packed to a third or a tenth; what is packed to less than a hundredth was made to burst. */
export const ZIP_LIMITS: ZipLimits = {
  entries: 10_000,
  entryBytes: 32 * 1024 * 1024,
  totalBytes: 128 * 1024 * 1024,
  ratio: 100,
  ratioFromBytes: 1024 * 1024,
};

/** Deflate packs to a thousandth at best, so this much unpacks to less than 20 MB before anybody looks at the size. */
const SLICE_BYTES = 16 * 1024;

/**
 * The entries of a ZIP archive that are wanted, by name; of several with one name the first. The others are not unpacked.
 * Sizes are counted while unpacking, since those that are declared may be wrong.
 */
export function readZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits = ZIP_LIMITS,
): Result<ReadonlyMap<string, Uint8Array>, ZipTrouble> {
  const files = new Map<string, Uint8Array>();
  const budget = new Budget(limits);
  const unzip = new Unzip((file) => {
    budget.countEntry();
    if (!isWanted(file.name) || files.has(file.name)) return;
    budget.check(file.size ?? 0, file.originalSize ?? 0);
    collect(file, budget, (content) => files.set(file.name, content));
  });
  unzip.register(UnzipInflate);
  try {
    for (let start = 0; start === 0 || start < bytes.length; start += SLICE_BYTES)
      unzip.push(bytes.subarray(start, start + SLICE_BYTES), start + SLICE_BYTES >= bytes.length);
  } catch (error) {
    return failure(error instanceof TooLarge ? 'too-large' : 'broken');
  }
  return files.size === 0 || budget.isOpen ? failure('broken') : success(files);
}

class TooLarge extends Error {}

/** What an archive may cost in all. */
class Budget {
  readonly #limits: ZipLimits;
  #entries = 0;
  #totalBytes = 0;
  #open = 0;

  constructor(limits: ZipLimits) {
    this.#limits = limits;
  }

  /** Whether an entry has begun and not ended. */
  get isOpen(): boolean {
    return this.#open > 0;
  }

  begin(): void {
    this.#open += 1;
  }

  end(): void {
    this.#open -= 1;
  }

  countEntry(): void {
    this.#entries += 1;
    if (this.#entries > this.#limits.entries) throw new TooLarge();
  }

  spend(bytes: number): void {
    this.#totalBytes += bytes;
    if (this.#totalBytes > this.#limits.totalBytes) throw new TooLarge();
  }

  /** @param packedBytes 0 where it is not known */
  check(packedBytes: number, bytes: number): void {
    const { entryBytes, ratio, ratioFromBytes } = this.#limits;
    const isBomb = packedBytes > 0 && bytes > ratioFromBytes && bytes > packedBytes * ratio;
    if (bytes > entryBytes || isBomb) throw new TooLarge();
  }
}

function collect(file: UnzipFile, budget: Budget, done: (content: Uint8Array) => void): void {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  file.ondata = (error, piece, isFinal) => {
    if (error) throw error;
    bytes += piece.length;
    budget.spend(piece.length);
    budget.check(file.size ?? 0, bytes);
    pieces.push(piece);
    if (!isFinal) return;
    budget.end();
    done(join(pieces, bytes));
  };
  budget.begin();
  file.start();
}

function join(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
