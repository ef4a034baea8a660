/** Which files may come without being asked for: pictures, of somebody whose files were accepted before. Pure. */
import type { FileSummary } from "../talk-state.ts";

/** Of all of them together, in bytes. */
export const MOST_WELCOME = 10_000_000;

/** What every browser shows as a picture, or a phone makes as one; SVG may hold scripts. */
const PICTURES: ReadonlySet<string> = new Set(
  ["jpeg", "png", "gif", "webp", "avif", "heic", "heif"].map((format) => `image/${format}`),
);

export function areWelcome(files: readonly FileSummary[]): boolean {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return total <= MOST_WELCOME && files.every(({ type }) => PICTURES.has(type.toLowerCase()));
}
