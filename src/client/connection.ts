/** The connection of a call in plain words, and its numbers as the user's language writes them. Pure. */
import type { Picture, Quality } from "./quality.ts";
import { language, words } from "./words/later.ts";

/** One sentence: how good it is, and what holds it back. */
export function describe({ grade, cause }: Pick<Quality, "grade" | "cause">): string {
  const { causes, because, [grade]: connection } = words.quality;
  return cause === undefined || grade === "good" ? connection : because(connection, causes[cause]);
}

/** What was measured: each with its name. What was not is left out. */
export function numbersOf({ roundTrip, loss, jitter, received, sent }: Quality): { name: string; value: string }[] {
  const { quality } = words;
  const rows = [
    { name: quality.roundTrip, value: roundTrip === undefined ? undefined : milliseconds(roundTrip) },
    { name: quality.jitter, value: jitter === undefined ? undefined : milliseconds(jitter) },
    { name: quality.loss, value: number(loss, { style: "percent", maximumFractionDigits: 1 }) },
    { name: quality.received, value: received ? pictureOf(received) : quality.noPicture },
    { name: quality.sent, value: sent ? pictureOf(sent) : quality.noPicture },
  ];
  return rows.filter((row): row is { name: string; value: string } => row.value !== undefined);
}

function pictureOf({ width, height, framesPerSecond, bitrate, codec }: Picture): string {
  const parts = [
    `${width} × ${height}`,
    words.quality.framesPerSecond(number(framesPerSecond, { maximumFractionDigits: 0 })),
    bitrateOf(bitrate),
    codec,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function bitrateOf(bitrate: number): string {
  const [value, unit] = bitrate < 1_000_000 ? [bitrate / 1000, "kilobit"] : [bitrate / 1_000_000, "megabit"];
  return number(value, { style: "unit", unit: `${unit}-per-second`, maximumFractionDigits: value < 10 ? 1 : 0 });
}

const milliseconds = (value: number): string =>
  number(value, { style: "unit", unit: "millisecond", maximumFractionDigits: value < 10 ? 1 : 0 });

const number = (value: number, options: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(language, options).format(value);
