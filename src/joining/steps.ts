/** How each kind of device comes to trust the laptop's authority, or gets past the warning without. */
import type { Guides } from "./guide.ts";
import { androidChrome, androidFirefox } from "./guides/android.ts";
import { iphone } from "./guides/iphone.ts";
import { linux } from "./guides/linux.ts";
import { macos } from "./guides/macos.ts";
import { windows } from "./guides/windows.ts";

export const guides: Guides = {
  iphone,
  "android-chrome": androidChrome,
  "android-firefox": androidFirefox,
  macos,
  windows,
  linux,
};
