import { expect, it } from "vitest";
import { preferencesOf, settingsFor } from "./preferences.ts";

it("is as most want it until something is chosen", () => {
  expect(preferencesOf({}, ["de-CH", "en"])).toEqual({
    appearance: "system",
    language: "de",
    languageChosen: false,
    ringVolume: 0.7,
    silent: false,
    doNotDisturb: false,
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    autoImages: false,
  });
});

it("is what was chosen, also nothing at all", () => {
  const settings = settingsFor({ appearance: "dark", language: "fr", ringVolume: 0, autoGainControl: false });
  expect(preferencesOf(settings, ["de"])).toMatchObject({
    appearance: "dark",
    language: "fr",
    languageChosen: true,
    ringVolume: 0,
    autoGainControl: false,
    noiseSuppression: true,
  });
});

it("goes back to the system's choice", () => {
  const chosen = settingsFor({ appearance: "light", language: "zh" });
  const back = { ...chosen, ...settingsFor({ appearance: "system", language: "system" }) };
  expect(preferencesOf(back, ["es"])).toMatchObject({ appearance: "system", language: "es", languageChosen: false });
});
