import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { REACTION } from "../../scripts/timeouts.mjs";
import { followLanguage } from "./follow-language.ts";
import type { AppState } from "./state.ts";
import { Store } from "./store.ts";
import { language, speak, words } from "./words/current.ts";
import type { Language } from "./words/languages.ts";

/** How often the words of French were asked for, and whether they come. */
let asked: number;
let comes: boolean;

beforeEach(() => {
  [asked, comes] = [0, true];
  vi.stubGlobal("document", { documentElement: { lang: "en" } });
  vi.doMock("./words/french.ts", async (original) => {
    asked++;
    if (!comes) throw new TypeError("Failed to fetch dynamically imported module");
    return original();
  });
});
afterEach(async () => {
  await speak("en");
  vi.doUnmock("./words/french.ts");
  vi.resetModules();
  vi.unstubAllGlobals();
});

const preferring = (tag: Language) => new Store({ preferences: { language: tag } } as AppState);
const choose = (store: Store<AppState>, tag: Language) =>
  store.set({ preferences: { ...store.value.preferences, language: tag } });

it("speaks as preferred from the first words on, and what is chosen later", async () => {
  const store = preferring("de");
  await followLanguage(store);
  expect([language, document.documentElement.lang, words.common.close]).toEqual(["de", "de", "Schließen"]);
  choose(store, "es");
  await vi.waitFor(() => expect(language).toBe("es"), REACTION);
  expect(store.value.notice).toBeUndefined();
});

it("goes on as before, and says so, where the words of a language do not come; each page asks for them once", async () => {
  comes = false;
  const store = preferring("en");
  await followLanguage(store);
  choose(store, "fr");
  const sorry = words.notices.languageNotLoaded;
  await vi.waitFor(() => expect(store.value.notice).toBe(sorry), REACTION);
  store.set({ notice: undefined });
  choose(store, "fr");
  await new Promise((resolve) => setTimeout(resolve));
  expect([asked, language, store.value.notice]).toEqual([1, "en", undefined]);

  // The page is loaded anew.
  const next = preferring("fr");
  await followLanguage(next);
  expect([asked, language, next.value.notice]).toEqual([2, "en", sorry]);

  comes = true;
  const last = preferring("fr");
  await followLanguage(last);
  expect([asked, language, last.value.notice]).toEqual([3, "fr", undefined]);
});
