import type { SelectionReading } from '@/lib/domain/reading/selection';

/** Where in a tab the learner asked for something; without a frame, wherever the selection is. */
export interface PlaceInTab {
  readonly tabId: number;
  readonly frameId?: number;
}

/** Reads selections by a script that runs once and ends. The browser allows it where the learner asked for it. */
export interface SelectionReader {
  /** What each frame answers that we may look into; none where the browser forbids it. */
  read(place: PlaceInTab): Promise<SelectionReading[]>;
}
