/** How much a frame asks of the server. Pure. */

/** What each value takes in memory once it is read, about, in bytes; an empty object is three bytes of JSON. */
const VALUE = 64;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Each value but the first follows one of these. */
const [ARRAY, OBJECT, COMMA] = [0x5b, 0x7b, 0x2c];

/** The weight of a frame of JSON, in bytes: its length, and what its values take when it is read. Of any bytes; it need not be JSON. */
export function weigh(bytes: Buffer): number {
  let values = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === ARRAY || byte === OBJECT || byte === COMMA) values++;
  }
  return bytes.length + VALUE * values;
}

/** Where the string ends that begins at `start`; most hold no quotes, and are skipped at once. */
function endOfString(bytes: Buffer, start: number): number {
  const next = bytes.indexOf(QUOTE, start + 1);
  if (next === -1) return bytes.length;
  if (bytes[next - 1] !== BACKSLASH) return next;
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
