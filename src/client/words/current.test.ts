import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { duration, howItEnded, momentOf, summaryOf, troubleWith } from "../sentences.ts";
import { alternatives } from "./compose.ts";
import { language, onLanguage, speak, words } from "./current.ts";

const page = { documentElement: { lang: "en" } };

beforeEach(() => vi.stubGlobal("document", page));
afterEach(async () => {
  await speak("en");
  vi.unstubAllGlobals();
});

it("speaks another language from then on, in sentences, dates and lists", async () => {
  const heard: string[] = [];
  const stop = onLanguage(() => heard.push(language));
  await speak("de");
  expect([language, page.documentElement.lang, words.common.close]).toEqual(["de", "de", "Schließen"]);
  const ended = {
    call: "c",
    peer: { id: "ada", name: "Ada", legacy: false },
    direction: "outgoing",
    reason: "hung-up",
    by: "them",
    answered: true,
    since: 0,
  } as const;
  expect(howItEnded(ended)).toBe("Ada hat aufgelegt");
  expect(summaryOf({ ended, until: 187_000 })).toBe(`Ausgehender Anruf, ${duration(187_000)}`);
  expect(troubleWith("offline")).toMatch(/WLAN\?$/u);
  const now = new Date(2026, 10, 25, 0, 30).getTime();
  expect(momentOf(now - 60_000, now)).toBe("00:29");
  expect(momentOf(now - 3_600_000, now)).toBe("Gestern, 23:30");
  expect(momentOf(now - 25 * 3_600_000, now)).toBe("23.11.2026, 23:30");
  expect(alternatives(["a", "b"], String).join("")).toBe("a oder b");

  await speak("zh");
  expect(momentOf(now - 3_600_000, now)).toBe("昨天 23:30");
  stop();
  await speak("fr");
  expect(momentOf(now - 3_600_000, now)).toBe("Hier, 23:30");
  expect(heard).toEqual(["de", "zh"]);
});

it("lets a later wish win over one whose words come late", async () => {
  const german = speak("de");
  await speak("en");
  await german;
  expect([language, words.common.close]).toEqual(["en", "Close"]);
});
