/** How the steps of a device are written. */
import type { Platform } from "./device.ts";

/** A label that the user finds on the screen, in the device's own words, or a command to type in. */
export interface Label {
  readonly label: string;
}
/** A file that the server offers, by its path: "/ca.crt" or "/earshot.mobileconfig". */
export interface Download {
  readonly path: string;
  readonly text: string;
}
/** One thing to do: words, labels and downloads in the order of reading. */
export type Step = readonly (string | Label | Download)[];

export interface Guide {
  /** The device, as its owner calls it. */
  readonly title: string;
  /** How to install and trust the authority; where to compare its fingerprint is one of the steps. */
  readonly install: readonly Step[];
  /** How to go on without: what will be seen. */
  readonly warning: readonly Step[];
  /** What does not work without; sentences. */
  readonly lacking: readonly string[];
  /** How to take the authority off the device again. */
  readonly remove: readonly Step[];
}

export type Guides = Readonly<Record<Platform, Guide>>;

/** A guide as a language has it: each step is one text, see `step`. Every language has the same steps in the same order. */
export interface GuideText {
  readonly title: string;
  readonly install: readonly string[];
  readonly warning: readonly string[];
  /** Of this device alone; what every browser lacks is added. */
  readonly lacking?: readonly string[];
  readonly remove: readonly string[];
}

/** For a Wi-Fi without internet, by the kind of phone: how it is kept on it. Left alone, it goes back to mobile data, and Earshot is gone. */
export type WifiHints<S> = Readonly<
  Record<"iphone" | "android", { readonly title: string; readonly steps: readonly S[] }>
>;

/** All guides, as a language has them. */
export interface GuideTexts {
  /** What the downloads are called. */
  readonly certificate: string;
  readonly profile: string;
  /** What every browser lacks without trust, beyond what is its own. */
  readonly lacking: readonly string[];
  readonly devices: Readonly<Record<Platform, GuideText>>;
  readonly wifi: WifiHints<string>;
}
