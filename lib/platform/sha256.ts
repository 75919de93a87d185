/** SHA-256 of a text as UTF-8, as 64 hex digits. Needs a secure context, which all of the extension's own contexts are. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
