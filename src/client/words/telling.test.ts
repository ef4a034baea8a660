import { expect, it } from "vitest";
import { faultsOf, noFaults } from "../../../test/helpers/translation.ts";
import type { Language } from "./languages.ts";
import { tellings } from "./telling.ts";

it.each(["de", "es", "fr", "zh"] satisfies Language[])(
  "nothing is missing, left in English, lost or untidy in %s",
  (tag) => {
    expect(faultsOf(tag, tellings.en, tellings[tag])).toEqual(noFaults);
  },
);
