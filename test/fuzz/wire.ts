/** What can be said on a WebSocket, and what cannot (RFC 6455, 5). */
import * as fc from "fast-check";

const OPCODES = { more: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface Wire {
  readonly bytes: Buffer;
  /** Whether whoever says this has to be cut off. */
  readonly broken: boolean;
}

interface Head {
  readonly fin: boolean;
  readonly reserved: number;
  readonly opcode: number;
  readonly masked: boolean;
  /** How the length is written, if not as it should be. */
  readonly form: "right" | "16" | "64" | "huge" | "negative" | "more" | "less";
}

/** One frame, whatever its head says. */
function frame({ fin, reserved, opcode, masked, form }: Head, payload: Buffer): Buffer {
  const real = payload.length;
  const said = form === "more" ? real + 7 : form === "less" ? Math.max(0, real - 3) : real;
  const first = (fin ? 0x80 : 0) | (reserved << 4) | opcode;
  const size =
    form === "right" || form === "more" || form === "less" ? (said < 126 ? "7" : said < 65_536 ? "16" : "64") : form;
  const length = Buffer.alloc(9);
  let width = 1;
  if (size === "7") length[0] = said;
  else if (size === "16") {
    length[0] = 126;
    length.writeUInt16BE(said & 0xffff, 1);
    width = 3;
  } else {
    length[0] = 127;
    const large = size === "huge" ? 2n ** 53n : size === "negative" ? 2n ** 64n - 1n : BigInt(said);
    length.writeBigUInt64BE(large, 1);
    width = 9;
  }
  if (masked) length[0] = (length[0] ?? 0) | 0x80;
  const mask = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);
  const body = masked ? Buffer.concat([mask, payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0))]) : payload;
  return Buffer.concat([Buffer.from([first]), length.subarray(0, width), body]);
}

const good: Head = { fin: true, reserved: 0, opcode: OPCODES.text, masked: true, form: "right" };
const head: fc.Arbitrary<Head> = fc.record({
  fin: fc.boolean(),
  reserved: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat(7)),
  opcode: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...Object.values(OPCODES)) }, fc.nat(15)),
  masked: fc.nat(9).map((n) => n > 0),
  form: fc.constantFrom(
    ...(["right", "right", "right", "right", "16", "64", "huge", "negative", "more", "less"] as const),
  ),
});
const payload = fc.oneof(
  fc
    .constantFrom('{"type":"beat"}', "", "{", '{"type":"offer","data":{"target":"nobody"}}')
    .map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 140 }).map((array) => Buffer.from(array)),
  fc.constantFrom(0, 1, 125, 126, 127, 65_535, 65_536, 65_537, 300_000).map((length) => Buffer.alloc(length, 0x20)),
  // Not UTF-8: overlong, a surrogate, beyond Unicode, cut off.
  fc.constantFrom("c080", "eda080", "f4908080", "e282", "ff", "fe").map((hex) => Buffer.from(hex, "hex")),
);
const closing = fc
  .tuple(fc.oneof(fc.constantFrom(0, 999, 1000, 1004, 1005, 1006, 1015, 2999, 4999, 5000), fc.nat(65_535)), payload)
  .map(([code, reason]) => {
    const body = Buffer.alloc(2);
    body.writeUInt16BE(code);
    return frame({ ...good, opcode: OPCODES.close }, Buffer.concat([body, reason.subarray(0, 123)]));
  });

const anything = fc.tuple(head, payload).map(([made, body]) => frame(made, body));
const fragments = fc
  .tuple(fc.constantFrom(2, 3, 255, 256, 257, 400), payload, fc.boolean(), fc.boolean())
  .map(([count, body, empty, interleaved]) => {
    const piece = empty ? Buffer.alloc(0) : body.subarray(0, 20);
    const frames = [frame({ ...good, fin: false }, piece)];
    for (let n = 1; n < count; n++) {
      if (interleaved && n % 3 === 0) frames.push(frame({ ...good, opcode: OPCODES.ping }, Buffer.from("p")));
      frames.push(frame({ ...good, opcode: OPCODES.more, fin: n === count - 1 }, piece));
    }
    return Buffer.concat(frames);
  });
/** Says a lot in tiny pieces, without an end. */
const endless = fc
  .constantFrom<readonly [number, boolean, number]>(
    [OPCODES.more, false, 0],
    [OPCODES.ping, true, 0],
    [OPCODES.ping, true, 125],
    [OPCODES.pong, true, 4],
  )
  .map(([opcode, fin, length]) => {
    const one = frame({ ...good, opcode, fin }, Buffer.alloc(length));
    return Buffer.concat([frame({ ...good, fin: false }, Buffer.alloc(0)), ...Array<Buffer>(2_000).fill(one)]);
  });
const noise = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((array) => Buffer.from(array));
const cut = fc
  .tuple(fc.oneof(anything, fragments, closing), fc.nat())
  .map(([bytes, at]) => bytes.subarray(0, at % (bytes.length + 1)));

/** What must not be borne, each for a reason of the standard's. */
const broken = fc.constantFrom<Buffer>(
  frame({ ...good, masked: false }, Buffer.from("{}")),
  ...[1, 2, 4, 7].map((reserved) => frame({ ...good, reserved }, Buffer.from("{}"))),
  ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map((opcode) => frame({ ...good, opcode }, Buffer.from("{}"))),
  ...[OPCODES.ping, OPCODES.pong, OPCODES.close].flatMap((opcode) => [
    frame({ ...good, opcode, fin: false }, Buffer.alloc(2, 3)),
    frame({ ...good, opcode }, Buffer.alloc(126, 3)),
  ]),
  frame({ ...good, opcode: OPCODES.more }, Buffer.from("{}")),
  Buffer.concat([frame({ ...good, fin: false }, Buffer.from("{")), frame(good, Buffer.from("{}"))]),
  frame({ ...good, form: "huge" }, Buffer.from("{}")),
  frame({ ...good, form: "negative" }, Buffer.from("{}")),
  frame(good, Buffer.alloc(300_000, 0x20)),
  frame(good, Buffer.from("c080", "hex")),
  frame({ ...good, opcode: OPCODES.close }, Buffer.from([3])),
  frame({ ...good, opcode: OPCODES.close }, Buffer.from([0x03, 0xed])),
  Buffer.concat([
    frame({ ...good, fin: false }, Buffer.alloc(0)),
    ...Array<Buffer>(300).fill(frame({ ...good, opcode: 0, fin: false }, Buffer.alloc(0))),
  ]),
);

/** Any bytes, as frames or nearly so. */
export const wire: fc.Arbitrary<Wire> = fc.oneof(
  { weight: 3, arbitrary: broken.map((bytes) => ({ bytes, broken: true })) },
  ...[
    { weight: 5, arbitrary: fc.array(anything, { minLength: 1, maxLength: 3 }).map((all) => Buffer.concat(all)) },
    { weight: 2, arbitrary: fragments },
    { weight: 1, arbitrary: endless },
    { weight: 2, arbitrary: closing },
    { weight: 1, arbitrary: noise },
    { weight: 3, arbitrary: cut },
  ].map(({ weight, arbitrary }) => ({ weight, arbitrary: arbitrary.map((bytes) => ({ bytes, broken: false })) })),
);
