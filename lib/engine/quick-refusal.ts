import { encoderErrorCode, isEncoderUnavailable } from '@/lib/app/ports/encoder';
import type { Clock, EpochMs } from '@/lib/domain/shared/clock';
import type { Encode } from './worker-api';

/** How long a model that could not be used is not tried again for whoever asks. */
const REFUSAL_MS = 30_000;

export interface QuickRefusal {
  readonly encode: Encode;
  /** The model works again, or may: the next call is let through. */
  forget(): void;
}

/**
 * Refuses calls at once while the model is known not to work. Somebody who types a question would otherwise have it read
 * and checked anew with every letter.
 */
export function createQuickRefusal(encode: Encode, now: Clock): QuickRefusal {
  let known: { readonly error: Error; readonly until: EpochMs } | undefined;
  return {
    async encode(...call) {
      if (known && now() < known.until) throw known.error;
      try {
        const vectors = await encode(...call);
        known = undefined;
        return vectors;
      } catch (thrown) {
        const isAborted = encoderErrorCode(thrown) === 'aborted';
        if (thrown instanceof Error && isEncoderUnavailable(thrown) && !isAborted)
          known = { error: thrown, until: now() + REFUSAL_MS };
        throw thrown;
      }
    },
    forget() {
      known = undefined;
    },
  };
}
