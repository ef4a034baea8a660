import { expect, it } from "vitest";
import { languageFor } from "./languages.ts";

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
