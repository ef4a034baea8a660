/**
 * WebSocket frames as a server sends them (RFC 6455, 5.2): not masked, each a whole text message. ws would write header and text apart;
 * as one piece, the same frame can be sent to many, and costs each less.
 */

/** FIN, and the opcode of text. */
const TEXT = 0x81;
const [SHORT, LONG] = [126, 127];

/** A frame with the text that these parts make together, in UTF-8. */
export function textFrame(...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const header = length < SHORT ? 2 : length <= 0xffff ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = TEXT;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = SHORT;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LONG;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  let at = header;
  for (const part of parts) {
    frame.set(part, at);
    at += part.length;
  }
  return frame;
}
