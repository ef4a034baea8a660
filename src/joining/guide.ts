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
