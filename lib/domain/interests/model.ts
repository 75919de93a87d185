import type { Centres } from '../embedding/centring';
import type { EpochMs } from '../shared/clock';
import type { Language } from '../text/language';

/** The most central sentence of an interest, as an example of what it is about. */
export interface Medoid {
  readonly passageId: string;
  readonly sentence: string;
  readonly lang: Language;
}

/** A labelled cluster of passages whose identity survives refits. */
export interface Interest {
  readonly id: string;
  readonly modelId: string;
  /** Mean of the centred member vectors, unit length. */
  readonly centroid: Float32Array;
  /** A label in each language that the members are written in. */
  readonly labels: Partial<Record<Language, string>>;
  readonly passageCount: number;
  readonly medoid?: Medoid;
  /** Interests that this one was split or merged from. */
  readonly parentIds: readonly string[];
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}

/** A concept that a passage mentions, once however often it does; labels are made from these. */
export interface PassageTerm {
  readonly passageId: string;
  readonly conceptId: string;
  readonly lang: Language;
  /** The concept in its native form. */
  readonly label: string;
  /** All its surface forms. */
  readonly forms: readonly string[];
}

/** Where a passage stands: the pages tell which passages belong together. */
export interface PassagePlace {
  readonly passageId: string;
  readonly pageId: string;
  readonly pageTitle: string;
  readonly order: number;
}

/** What a fit saw and chose. */
export interface InterestFit {
  /** Passages that had a vector then. */
  readonly passageCount: number;
  readonly k: number;
  /**
   * Centres that the centroids were measured from; vectors compared with these centroids need the same. Absent once some of
   * the reading that they are a mean of was forgotten, until the next fit.
   */
  readonly centres?: Centres;
  readonly at: EpochMs;
}
