import type { BookTrouble } from '@/lib/app/ports/imports';
import type { MarkedUpText } from '@/lib/domain/imports/markup';
import { failure, type Result } from '@/lib/domain/shared/result';

export function readEpub(_bytes: Uint8Array<ArrayBuffer>): Result<MarkedUpText, BookTrouble> {
  return failure('not-a-book');
}
