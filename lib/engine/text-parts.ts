/** Tokens that two parts of a text share, so that a thought cut in two is whole in one of them. */
const OVERLAP = 64;

/**
 * Divides a text that is longer than the model's window into overlapping parts of equal length, so that their vectors weigh
 * the same. Each part begins as the text does, with the start mark and the role's prefix, and ends with the end mark.
 *
 * @param tokens of the whole text, marks included
 * @param headLength how many tokens at the start belong to the mark and the prefix
 * @param limit tokens of a part, marks included; more than `headLength + OVERLAP + 1`
 * @returns the text itself when it fits
 */
export function divideTokens(
  tokens: readonly number[],
  headLength: number,
  limit: number,
): (readonly number[])[] {
  if (tokens.length <= limit) return [tokens];
  const [head, body, end] = [tokens.slice(0, headLength), tokens.slice(headLength, -1), tokens.slice(-1)];
  const room = limit - headLength - 1;
  const count = Math.ceil((body.length - OVERLAP) / (room - OVERLAP));
  const length = Math.ceil((body.length + (count - 1) * OVERLAP) / count);
  return Array.from({ length: count }, (_, part) => {
    const start = Math.round((part * (body.length - length)) / (count - 1));
    return [...head, ...body.slice(start, start + length), ...end];
  });
}
