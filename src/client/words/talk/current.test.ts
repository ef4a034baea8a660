import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { speak } from "../current.ts";
import { speakOfTalk, talkWords } from "./current.ts";

beforeEach(() => vi.stubGlobal("document", { documentElement: { lang: "en" } }));
afterEach(async () => {
  await speak("en");
  vi.unstubAllGlobals();
});

it("speaks the language of the page when it comes, and follows it from then on", async () => {
  await speak("de");
  expect(talkWords.field.send).toBe("Send");
  await speakOfTalk();
  expect(talkWords.field.send).toBe("Senden");
  await speak("fr");
  expect(talkWords.field.send).toBe("Envoyer");
  await speak("en");
  expect(talkWords.field.send).toBe("Send");
});

it("ends in the language that was asked for last", async () => {
  await speakOfTalk();
  const [german, spanish] = [speak("de"), speak("es")];
  await Promise.all([german, spanish]);
  expect(talkWords.field.send).toBe("Enviar");
});
