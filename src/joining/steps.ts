/** How each kind of device comes to trust the laptop's authority, or gets past the warning without, in the words of a language. */
import { PLATFORMS } from "./device.ts";
import type { Guides, GuideTexts, Step, WifiHints } from "./guide.ts";
import { step } from "./step.ts";

/** The guides that these texts tell. */
export function guidesOf(texts: GuideTexts): Guides {
  const steps = stepsOf(texts);
  const guides = PLATFORMS.map((platform) => {
    const { title, install, warning, lacking = [], remove } = texts.devices[platform];
    const guide = {
      title,
      install: steps(install),
      warning: steps(warning),
      lacking: [...lacking, ...texts.lacking],
      remove: steps(remove),
    };
    return [platform, guide] as const;
  });
  return Object.fromEntries(guides) as unknown as Guides;
}

/** How a phone is kept on a Wi-Fi that has no internet. */
export function wifiHintsOf(texts: GuideTexts): WifiHints<Step> {
  const { iphone, android } = texts.wifi;
  const steps = stepsOf(texts);
  return {
    iphone: { title: iphone.title, steps: steps(iphone.steps) },
    android: { title: android.title, steps: steps(android.steps) },
  };
}

const stepsOf = (texts: GuideTexts) => (all: readonly string[]) => all.map((text) => step(text, texts));
