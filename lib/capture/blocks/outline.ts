import { CAPTURE_LIMITS } from '@/lib/domain/reading/capture-limits';
import { cleanProse } from '@/lib/domain/reading/passage-text';
import { stripReserved } from './text-run';

/** The headings above the place that a walk has come to. */
export class Outline {
  #levels: readonly string[] = [];
  #path: readonly string[] = [];

  /** Outermost first. The same array as long as no heading comes. */
  get path(): readonly string[] {
    return this.#path;
  }

  /** A heading ends the reach of those of its own level and below. */
  add(level: number, raw: string): void {
    const above = Array.from({ length: level - 1 }, (_, index) => this.#levels[index] ?? '');
    this.#levels = [...above, cleanHeading(raw)];
    this.#path = this.#levels.filter((heading) => heading !== '');
  }

  /** Everything that is known now, to come back to it. */
  mark(): () => void {
    const [levels, path] = [this.#levels, this.#path];
    return () => {
      this.#levels = levels;
      this.#path = path;
    };
  }
}

/** Headings often end in a link to themselves. */
function cleanHeading(raw: string): string {
  const text = cleanProse(stripReserved(raw.slice(0, 4 * CAPTURE_LIMITS.headingChars)));
  return text.replace(/[¶§#\s]{1,20}$/u, '').slice(0, CAPTURE_LIMITS.headingChars);
}
