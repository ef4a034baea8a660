/** How the user wants Earshot to look, sound and speak; what they have not chosen is as most want it. Pure. */
import type { Settings } from "./settings.ts";
import { type Language, languageFor } from "./words/languages.ts";

export interface Preferences {
  /** As the system has it, unless the user wants it otherwise. */
  readonly appearance: "system" | "light" | "dark";
  /** The language that is spoken, and whether the user has chosen it or the browser's settings have. */
  readonly language: Language;
  readonly languageChosen: boolean;
  /** Of the ringtone: from 0 to 1. */
  readonly ringVolume: number;
  /** Calls show and vibrate, but do not sound. */
  readonly silent: boolean;
  /** Callers read that this person is busy. */
  readonly doNotDisturb: boolean;
  /** What the browser does to the microphone's sound (W3C mediacapture-streams, 4.3.8). */
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
  /** Pictures from people whose files were accepted before arrive without being asked for. */
  readonly autoImages: boolean;
}

/** What is preferred, as far as nothing else was chosen. */
const RING_VOLUME = 0.7;

/** `languages` are those of the browser, the most wanted first. */
export function preferencesOf(settings: Settings, languages: readonly string[]): Preferences {
  return {
    appearance: settings.appearance ?? "system",
    language: settings.language ?? languageFor(languages),
    languageChosen: settings.language !== undefined,
    ringVolume: settings.ringVolume ?? RING_VOLUME,
    silent: settings.silent ?? false,
    doNotDisturb: settings.doNotDisturb ?? false,
    echoCancellation: settings.echoCancellation ?? true,
    noiseSuppression: settings.noiseSuppression ?? true,
    autoGainControl: settings.autoGainControl ?? true,
    autoImages: settings.autoImages ?? false,
  };
}

/** What the user changes: `system` gives the choice back to the system, or the browser. */
export type Wish = {
  readonly [K in Exclude<keyof Preferences, "language" | "languageChosen">]?: Preferences[K];
} & { readonly language?: Language | "system" };

/** The settings that such a wish changes, to be remembered. */
export function settingsFor({ appearance, language, ...rest }: Wish): Partial<Settings> {
  return {
    ...rest,
    ...(appearance !== undefined && { appearance: appearance === "system" ? undefined : appearance }),
    ...(language !== undefined && { language: language === "system" ? undefined : language }),
  };
}
