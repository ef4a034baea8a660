import { expect, it } from "vitest";
import { faultsOf, noFaults, sentences } from "../../../test/helpers/translation.ts";
import { chinese } from "./chinese.ts";
import "./english-later.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { spanish } from "./spanish.ts";

/** What reads the same as in English, and in which languages. */
const same = {
  "call.chat": ["de", "es"],
  "directory.computer": ["de"],
  "directory.tablet": ["de"],
  "notifications.title": ["fr"],
  "quality.jitter": ["de"],
  "settings.notifications": ["fr"],
  "settings.system": ["de"],
  "settings.version": ["de", "fr"],
  "shortcuts.chat": ["de", "es"],
  "shortcuts.esc": ["de", "es", "zh"],
  "call.seconds": ["de", "es", "fr"],
};

it("is not about nothing", () => {
  expect(sentences(english).size).toBeGreaterThan(50);
});

it.each([
  ["de", german],
  ["es", spanish],
  ["fr", french],
  ["zh", chinese],
])("nothing is missing, left in English, lost or untidy in %s", (tag, table) => {
  expect(faultsOf(tag, english, table, { same })).toEqual(noFaults);
});
