import type { TextPiece } from '@/lib/domain/search/excerpt';

/** A passage as the address bar suggests it. */
export interface ReadingSuggestion {
  /** What the browser gives back when it is chosen. */
  readonly content: string;
  readonly excerpt: readonly TextPiece[];
  readonly title: string;
}
