import type { EpochMs } from '../shared/clock';

/** Why something was kept. */
export type KeptReason = 'read' | 'selected';

/** Why nothing was kept. */
export type RefusedReason =
  | 'site-not-allowed'
  | 'no-consent'
  | 'paused'
  | 'sender-refused'
  | 'queue-full'
  | 'disk-full'
  | NeverReadReason;

/** Kinds of sites that are not read until the learner confirms the site. */
export const UNCONFIRMED_REASONS = ['private-host', 'banking', 'mail', 'health', 'government'] as const;

export type UnconfirmedReason = (typeof UNCONFIRMED_REASONS)[number];

/** A page with a field for a password, a payment card or a one-time code is never read, confirmed or not. */
export type NeverReadReason = UnconfirmedReason | 'secret-field';

/** A decision about capturing, without any text. `passages` counts what was new. */
export type CaptureDecision = { readonly at: EpochMs; readonly origin: string } & (
  | { readonly decision: 'captured'; readonly reason: KeptReason; readonly passages: number }
  | { readonly decision: 'refused'; readonly reason: RefusedReason }
);
