/** How a phone is kept on a Wi-Fi that has no internet: left alone, it goes back to mobile data, and Earshot is gone. */
import { step } from "./step.ts";
import type { Step } from "./guide.ts";

export interface WifiHint {
  /** The device, as its owner calls it. */
  readonly title: string;
  readonly steps: readonly Step[];
}

/** For a Wi-Fi without internet, by the kind of phone. */
export const stayOnWifi: Readonly<Record<"iphone" | "android", WifiHint>> = {
  iphone: {
    title: "iPhone or iPad",
    steps: [
      step("If a message says that the Wi-Fi has no internet, tap *Keep Trying Wi-Fi* or *Use Without Internet*."),
      step(
        "If the page still does not open, switch *Settings* › *Mobile Data* (or *Cellular*) off for the time being.",
      ),
    ],
  },
  android: {
    title: "Android",
    steps: [
      step(
        "Tap the notification *Internet may not be available* (or *Wi-Fi has no internet access*) and choose to stay connected: *Yes*, *Keep Wi-Fi connection* or *Use this network as is*, depending on the maker.",
      ),
      step("If the page still does not open, switch mobile data off for the time being."),
    ],
  },
};
