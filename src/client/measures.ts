/** Sizes, speeds and times as people say them, in the language of the moment. Pure. */
import { locale } from "./words/current.ts";
import { talkWords } from "./words/talk/current.ts";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A number of bytes, in thousands of thousands as systems show them: "340 kB", "1.2 GB". */
export function sizeOf(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** power;
  const digits = power === 0 || value >= 100 ? 0 : 1;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[power] ?? "byte",
    // Whose plural the short form does not have in every language.
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: digits,
  }).format(value);
}

/** Bytes a second. */
export function speedOf(bytes: number): string {
  return talkWords.files.speed(sizeOf(bytes));
}

/** A share from 0 to 1, as a whole percentage that is 100 only at the end. */
export function percentOf(share: number): string {
  const percent = Math.floor(Math.max(0, Math.min(1, share)) * 100) / 100;
  return new Intl.NumberFormat(locale, { style: "percent" }).format(percent);
}

/** How long something will take that is left to do, given in milliseconds; no more exactly than anybody can know. */
export function leftOf(milliseconds: number): string {
  const { secondsLeft, minutesLeft, hoursLeft } = talkWords.files;
  const minutes = Math.round(milliseconds / 60_000);
  if (milliseconds < 45_000) return secondsLeft;
  return minutes < 90 ? minutesLeft(Math.max(1, minutes)) : hoursLeft(Math.round(minutes / 60));
}
