/** How each kind of device comes to trust the laptop's authority, or gets past the warning without. */
import type { Platform } from "./device.ts";
import { androidChrome, androidFirefox } from "./guides/android.ts";
import { iphone } from "./guides/iphone.ts";
import { linux } from "./guides/linux.ts";
import { macos } from "./guides/macos.ts";
import { windows } from "./guides/windows.ts";

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

export const guides: Guides = {
  iphone,
  "android-chrome": androidChrome,
  "android-firefox": androidFirefox,
  macos,
  windows,
  linux,
};
