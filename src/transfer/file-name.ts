/** Names of files that others have given, made harmless: no path, nothing hidden, nothing that shows as something else. Pure. */
import type { FileInfo } from "../protocol/talk.ts";

/** The longest name, in UTF-16 code units, and in bytes of UTF-8, of which most disks take 255. */
const LONGEST = 120;
const LONGEST_BYTES = 240;
/** What comes after the last dot is an extension if it is no longer than this, with the dot. */
const LONGEST_EXTENSION = 17;

/** What Windows, macOS, Linux and their shells keep for themselves. */
const RESERVED = /[<>:"/\\|?*\p{Cc}\uFFF0-\uFFFF]/gu;
/** Devices, to Windows, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d²³¹]|lpt[\d²³¹]) *(?:\.|$)/iu;
/** Signs that cannot be seen, or that turn around what follows; what joins and dresses emoji stays. */
const INVISIBLE = /(?!\u200D|\uFE0E|\uFE0F)[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\u2800]/gu;
const SPACES = /[\s\p{Z}]+/gu;
const LEADING = /^[.\s]+/u;
const TRAILING = /[.\s\u200D]+$/u;
/** RFC 6838, 4.2. */
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;

/** A name under which a file of this name can be kept anywhere; never empty. */
export function fileName(name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(SPACES, " ")
    .replace(INVISIBLE, "")
    .replace(RESERVED, "_")
    .replace(LEADING, "")
    .replace(TRAILING, "");
  const short = shorten(DEVICE.test(clean) ? `_${clean}` : clean, LONGEST, LONGEST_BYTES).replace(TRAILING, "");
  return short === "" ? "file" : short;
}

/** A media type, or "" for what is none. */
export function mediaType(type: string): string {
  const lower = type.toLowerCase();
  return MEDIA_TYPE.test(lower) ? lower : "";
}

/** The files of an offer under names that are harmless, and each another: equal ones are numbered. */
export function harmless(files: readonly FileInfo[]): FileInfo[] {
  const used = new Set<string>();
  return files.map(({ name, type, size }) => {
    const clean = fileName(name);
    let unique = clean;
    for (let n = 2; used.has(unique.toLowerCase()); n++) unique = numbered(clean, n);
    used.add(unique.toLowerCase());
    return { name: unique, type: mediaType(type), size };
  });
}

function numbered(name: string, n: number): string {
  const [base, extension] = parts(name);
  return `${base} (${n})${extension}`;
}

/** At most so many UTF-16 code units, and bytes; the extension stays. */
export function shorten(name: string, most: number, bytes = Infinity): string {
  if (name.length <= most && weigh(name) <= bytes) return name;
  const [base, extension] = parts(name);
  let short = "";
  for (const sign of base) {
    const longer = short + sign + extension;
    if (longer.length > most || weigh(longer) > bytes) break;
    short += sign;
  }
  return short.replace(TRAILING, "") + extension;
}

function parts(name: string): [string, string] {
  const dot = name.lastIndexOf(".");
  return dot > 0 && name.length - dot <= LONGEST_EXTENSION ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
}

/** In bytes of UTF-8. */
export function weigh(text: string): number {
  let bytes = 0;
  for (const sign of text) bytes += utf8(sign.codePointAt(0)!);
  return bytes;
}

const utf8 = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
