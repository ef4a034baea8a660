import { words } from "../words/later.ts";
import { enterFullScreen, exitFullScreen, fill, fit, keyboard, pictureInPicture } from "./call-icons.ts";
import type { Item } from "./more.ts";

/** Something that is on or off, where it is possible at all. */
interface Switch {
  readonly possible: boolean;
  readonly on: boolean;
}

export interface ItemsOptions {
  /** All of the other's picture is to be seen; undefined where there is none. */
  readonly whole: boolean | undefined;
  readonly pictured: boolean;
  readonly fullScreen: Switch;
  readonly window: Switch;
  toggleFit(): void;
  toggleFullScreen(): void;
  toggleWindow(): void;
  showShortcuts(): void;
}

/** What can be done with the view of a call, as far as this device and what is shown allow it. */
export function itemsOf(options: ItemsOptions): Item[] {
  const { whole, pictured, fullScreen, window } = options;
  const { call, shortcuts } = words;
  const items: (Item | undefined)[] = [
    whole === undefined
      ? undefined
      : { icon: whole ? fill : fit, name: whole ? call.fill : call.fit, press: options.toggleFit },
    window.possible && (pictured || window.on)
      ? {
          icon: pictureInPicture,
          name: window.on ? call.leavePictureInPicture : call.pictureInPicture,
          press: options.toggleWindow,
        }
      : undefined,
    fullScreen.possible
      ? {
          icon: fullScreen.on ? exitFullScreen : enterFullScreen,
          name: fullScreen.on ? call.leaveFullScreen : call.fullScreen,
          keys: "F",
          press: options.toggleFullScreen,
        }
      : undefined,
    // Where there is only a finger, there are no keys.
    matchMedia("(any-hover: hover)").matches
      ? { icon: keyboard, name: shortcuts.title, keys: "?", press: options.showShortcuts }
      : undefined,
  ];
  return items.filter((item) => item !== undefined);
}
