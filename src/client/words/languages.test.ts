import { expect, it } from "vitest";
import { languageFor, localeFor } from "./languages.ts";

it("is the first that is spoken here of those that the user prefers", () => {
  expect(languageFor(["de-AT", "en"])).toBe("de");
  expect(languageFor(["pt-BR", "es-419", "en"])).toBe("es");
  expect(languageFor(["zh-Hant-TW"])).toBe("zh");
  expect(languageFor(["FR"])).toBe("fr");
});

it("is English where none is", () => {
  expect(languageFor(["pt-BR", "toString"])).toBe("en");
  expect(languageFor([])).toBe("en");
});

it("goes by the user's region for dates and times, where that is known", () => {
  expect(localeFor("en", ["de-AT", "en-GB", "en-US"])).toBe("en-GB");
  expect(localeFor("de", ["de-AT", "en-GB"])).toBe("de-AT");
  expect(localeFor("fr", ["de-AT", "en-GB"])).toBe("fr");
  // Intl would throw.
  expect(localeFor("zh", ["zh-", "zh-CN"])).toBe("zh-CN");
  expect(localeFor("zh", ["zh--CN"])).toBe("zh");
});
