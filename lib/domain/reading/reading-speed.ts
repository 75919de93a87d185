/** How fast somebody reads. */
export interface ReadingSpeed {
  readonly wordsPerMinute: number;
  readonly hanCharactersPerMinute: number;
}

/**
 * Silent reading of English non-fiction (Brysbaert 2019) and of Chinese (Trauzettel-Klosinski and Dietz 2012): where every
 * learner starts.
 */
export const AVERAGE_SPEED: ReadingSpeed = { wordsPerMinute: 238, hanCharactersPerMinute: 255 };
