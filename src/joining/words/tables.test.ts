import { describe, expect, it } from "vitest";
import { faultsOf, sentences } from "../../../test/helpers/translation.ts";
import { PLATFORMS } from "../device.ts";
import { LANGUAGES, type Language } from "../languages.ts";
import { guidesOf, wifiHintsOf } from "../steps.ts";
import { doorWords } from "./all.ts";

/** What reads the same as in English, and in which languages. */
const same = {
  "guides.devices.macos.title": ["de", "es", "fr", "zh"],
  "guides.devices.windows.title": ["de", "es", "fr", "zh"],
  "guides.wifi.android.title": ["de", "es", "fr"],
};

const none = { missing: [], english: [], lost: [], endings: [], punctuation: [] };
const others = (Object.keys(LANGUAGES) as Language[]).filter((tag) => tag !== "en");

it("is not about nothing", () => {
  expect(sentences(doorWords.en).size).toBeGreaterThan(100);
  expect(others.length).toBe(4);
});

describe.each(others)("in %s", (tag) => {
  it("nothing is missing, left in English, lost or untidy", () => {
    expect(faultsOf(tag, doorWords.en, doorWords[tag], { same })).toEqual(none);
  });

  it("every device has the same steps, with the same downloads", () => {
    const shape = (words = doorWords.en) => {
      const guides = guidesOf(words.guides);
      const downloads = PLATFORMS.map((platform) =>
        guides[platform].install.map((step) =>
          step.flatMap((part) => (typeof part === "object" && "path" in part ? part.path : [])),
        ),
      );
      const counts = PLATFORMS.map((platform) => {
        const { install, warning, lacking, remove } = guides[platform];
        return [install, warning, lacking, remove].map(({ length }) => length);
      });
      return { downloads, counts, hints: Object.values(wifiHintsOf(words.guides)).map(({ steps }) => steps.length) };
    };
    expect(shape(doorWords[tag])).toEqual(shape());
  });
});
