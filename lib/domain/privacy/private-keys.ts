import type { TextRange } from './text-range';

/** Lines around a key (RFC 7468 and OpenPGP armour). */
const MARKER = /-----(BEGIN|END) [A-Z\d ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/** A text about the format may name both lines without a key between them. */
const FEWEST_CHARACTERS = 40;

/** The body where the last line is missing. */
const BODY = /^(?:\s{0,8}[\w+/=:,-]{16,})+/;

/**
 * What stands between the lines that begin and end a private key. Certificates and public keys stay.
 *
 * @param text in plain form
 */
export function findPrivateKeys(text: string): TextRange[] {
  const markers = [...text.matchAll(MARKER)];
  return markers.flatMap((marker, place) => {
    if (marker[1] !== 'BEGIN') return [];
    const start = marker.index + marker[0].length;
    const next = markers[place + 1];
    const rest = text.slice(start, next?.index ?? text.length);
    const body = next?.[1] === 'END' ? rest : (rest.match(BODY)?.[0] ?? '');
    return body.replace(/[^A-Za-z\d+/=]/g, '').length < FEWEST_CHARACTERS
      ? []
      : [{ start, end: start + body.length }];
  });
}
