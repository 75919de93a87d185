/** A place in the page where much of the wanted text may stand. */
export interface LikelyPlace {
  /** Index of its first token. */
  readonly start: number;
  /** Share of the wanted text, by weight, that is found within as many tokens as it has, in whatever order: 0 to 1. */
  readonly share: number;
}

/**
 * Slides a window of the length of the wanted text over the page, and returns the best places that do not overlap by more
 * than half, best first. Linear in the length of the page.
 *
 * @param weights of the wanted tokens, positive
 * @param least share under which a place is not worth a closer look
 * @param most number of places
 */
export function findLikelyPlaces(
  wanted: readonly string[],
  page: readonly string[],
  weights: readonly number[],
  { least, most }: { readonly least: number; readonly most: number },
): LikelyPlace[] {
  const places = slideWindow(wanted, page, weights).filter(({ share }) => share >= least);
  // Sorting is stable: equally good places stay in the order of the page.
  places.sort((one, other) => other.share - one.share);
  const apart = Math.max(1, Math.ceil(wanted.length / 2));
  const chosen: LikelyPlace[] = [];
  for (const place of places) {
    if (chosen.length >= most) break;
    if (chosen.every(({ start }) => Math.abs(place.start - start) >= apart)) chosen.push(place);
  }
  return chosen;
}

/** The share of the wanted text in the window that starts at each token of the page. */
function slideWindow(
  wanted: readonly string[],
  page: readonly string[],
  weights: readonly number[],
): LikelyPlace[] {
  const bag = new BagOfWanted(wanted, weights);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const places: LikelyPlace[] = [];
  for (let end = 1; end - wanted.length < page.length; end += 1) {
    const start = end - wanted.length;
    bag.takeIn(page[end - 1]);
    if (start >= 0) {
      places.push({ start, share: bag.weight / whole });
      bag.letGo(page[start]);
    }
  }
  return places;
}

/** How much of the wanted tokens a window holds. */
class BagOfWanted {
  weight = 0;
  /** How often each form is still missing; negative when the window has more of it than is wanted. */
  readonly #missing = new Map<string, number>();
  readonly #weights = new Map<string, number>();

  constructor(wanted: readonly string[], weights: readonly number[]) {
    for (const [index, form] of wanted.entries()) {
      this.#missing.set(form, (this.#missing.get(form) ?? 0) + 1);
      this.#weights.set(form, weights[index] ?? 0);
    }
  }

  takeIn(form: string | undefined): void {
    const missing = form === undefined ? undefined : this.#missing.get(form);
    if (form === undefined || missing === undefined) return;
    this.#missing.set(form, missing - 1);
    if (missing > 0) this.weight += this.#weights.get(form) ?? 0;
  }

  letGo(form: string | undefined): void {
    const missing = form === undefined ? undefined : this.#missing.get(form);
    if (form === undefined || missing === undefined) return;
    this.#missing.set(form, missing + 1);
    if (missing >= 0) this.weight -= this.#weights.get(form) ?? 0;
  }
}
