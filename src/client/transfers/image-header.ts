/** What an image says of itself in its first bytes, before anything is decoded: its kind, and where it is easily told its size. Pure. */

export interface Header {
  readonly kind: "jpeg" | "png" | "webp" | "gif" | "avif";
  /** Width times height; absent where it is not found. */
  readonly pixels?: number;
}

/** How many bytes of an image are enough. A camera's JPEG has its size behind a preview of up to 64 KiB, and a colour profile. */
export const HEAD = 256 * 1024;

/** Undefined of what is none of these images, whatever its name or type says. */
export function readHeader(bytes: Uint8Array): Header | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? gif(view) ?? webp(view) ?? avif(view) ?? jpeg(view);
  } catch (error) {
    // It ends within its header.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function text(view: DataView, at: number, length: number): string {
  let said = "";
  for (let end = at + length; at < end; at++) said += String.fromCharCode(view.getUint8(at));
  return said;
}

/** W3C png-3, 11.2.1. */
function png(view: DataView): Header | undefined {
  if (view.getUint32(0) !== 0x89504e47 || text(view, 12, 4) !== "IHDR") return undefined;
  return { kind: "png", pixels: view.getUint32(16) * view.getUint32(20) };
}

function gif(view: DataView): Header | undefined {
  if (!/^GIF8[79]a$/.test(text(view, 0, 6))) return undefined;
  return { kind: "gif", pixels: view.getUint16(6, true) * view.getUint16(8, true) };
}

/** RFC 9649, 2.5 to 2.7. */
function webp(view: DataView): Header | undefined {
  if (text(view, 0, 4) !== "RIFF" || text(view, 8, 4) !== "WEBP") return undefined;
  const kind = "webp";
  switch (text(view, 12, 4)) {
    case "VP8 ":
      return { kind, pixels: (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff) };
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return { kind, pixels: ((bits & 0x3fff) + 1) * (((bits >> 14) & 0x3fff) + 1) };
    }
    case "VP8X": {
      const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
      return { kind, pixels: (three(24) + 1) * (three(27) + 1) };
    }
    default:
      return undefined;
  }
}

/** ISO/IEC 14496-12: its first box is `ftyp`; the sizes of its pictures are in boxes `ispe`, of which the largest counts. */
function avif(view: DataView): Header | undefined {
  if (text(view, 4, 4) !== "ftyp" || !/^avi[fs]$/.test(text(view, 8, 4))) return undefined;
  let pixels = 0;
  for (let at = 16; at + 16 <= view.byteLength; at++)
    if (view.getUint32(at) === 0x69737065) pixels = Math.max(pixels, view.getUint32(at + 8) * view.getUint32(at + 12));
  return pixels > 0 ? { kind: "avif", pixels } : { kind: "avif" };
}

/** ITU T.81, B.2.2: the frame header, SOF0 to SOF15, behind segments of other kinds. */
function jpeg(view: DataView): Header | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { kind: "jpeg", pixels: view.getUint16(at + 5) * view.getUint16(at + 7) };
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return { kind: "jpeg" };
}
