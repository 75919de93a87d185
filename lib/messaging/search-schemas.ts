import * as v from 'valibot';

const instant = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Longer questions are cut by whoever asks them. */
export const LONGEST_SEARCH = 1_000;

/** Has the shape of `SearchRequest`. */
export const searchRequestSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(LONGEST_SEARCH)),
  filters: v.object({
    site: v.exactOptional(v.pipe(v.string(), v.maxLength(300))),
    interestId: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
    from: v.exactOptional(instant),
    until: v.exactOptional(instant),
  }),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
});
