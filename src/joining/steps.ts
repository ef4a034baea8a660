/** How each kind of device comes to trust the laptop's authority, or gets past the warning without. */
import type { Platform } from "./device.ts";

/** A label that the user finds on the screen, in the device's own words. */
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
}

export type Guides = Readonly<Record<Platform, Guide>>;

/** Stands in until the real ones are here. */
const placeholder: Guide = {
  title: "This device",
  install: [
    ["Download ", { path: "/earshot.mobileconfig", text: "the profile" }, " and allow it."],
    ["Open ", { label: "Settings" }, ", tap ", { label: "Profile Downloaded" }, ", then ", { label: "Install" }, "."],
    [
      "Open ",
      { label: "Settings" },
      " > ",
      { label: "General" },
      " > ",
      { label: "About" },
      " > ",
      { label: "Certificate Trust Settings" },
      " and switch on ",
      { label: "Earshot" },
      ".",
    ],
  ],
  warning: [],
  lacking: [],
};

export const guides: Guides = {
  iphone: placeholder,
  "android-chrome": placeholder,
  "android-firefox": placeholder,
  macos: placeholder,
  windows: placeholder,
  linux: placeholder,
};
