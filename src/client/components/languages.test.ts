// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import type { LitElement, TemplateResult } from "lit";
import type { AppState } from "../state.ts";
import { Store } from "../store.ts";
import { speak, words } from "../words/later.ts";
import { speakOfTalk, talkWords } from "../words/talk/current.ts";
import { type Language, LANGUAGES } from "../words/languages.ts";
import "./app.ts";
import "./in-call.ts";
import "./in-talk.ts";
import "./sheets.ts";
import { asPhone, dress, missed, online, people, textOf, transfer } from "./testing.ts";

const unreachable: AppState = {
  ...online,
  connection: "unreachable",
  recents: [missed("Ada"), missed("Maximiliane"), missed("Ada")],
  addresses: ["https://192.168.1.23:3000", "https://10.0.0.5:3000", "https://laptop.local:3000"],
  notice: "",
};
const offered: AppState = { ...online, transfers: new Map([["t1", transfer({ limit: 256_000_000 })]]) };
const elsewhere = new Store<AppState>({ ...online, connection: "replaced" });

/** Views whose words are ours, each with a word that stands in it. */
const VIEWS: readonly (readonly [string, () => TemplateResult, () => string])[] = [
  [
    "that the laptop is gone",
    () => html`<earshot-notices .state=${unreachable}></earshot-notices>`,
    () => words.trouble.sameWifi,
  ],
  [
    "that the laptop has moved",
    () => html`<earshot-notices .state=${{ ...unreachable, connection: "online", stranded: true }}></earshot-notices>`,
    () => words.trouble.askedAgain,
  ],
  [
    "the recent calls",
    () => html`<earshot-recents .recents=${[missed("Ada"), missed("Zoe", 3_000)]} .people=${people}></earshot-recents>`,
    () => words.recents.notHereNow,
  ],
  ["no recent calls", () => html`<earshot-recents></earshot-recents>`, () => words.recents.empty],
  [
    "the invitation",
    () => html`<earshot-invite .addresses=${unreachable.addresses}></earshot-invite>`,
    () => words.invite.how,
  ],
  ["the question on leaving", () => html`<earshot-leave name="Maximiliane"></earshot-leave>`, () => words.leaving.stay],
  [
    "the dimmed screen",
    () => html`<earshot-reachable name="Maximiliane" missed="2"></earshot-reachable>`,
    () => words.reachable.missed(2),
  ],
  [
    "an empty conversation",
    () => html`<earshot-conversation peer="max" called="Maximiliane" .state=${online}></earshot-conversation>`,
    () => talkWords.conversation.hint("Maximiliane"),
  ],
  [
    "files that are offered",
    () => html`<earshot-offers .state=${offered}></earshot-offers>`,
    () => talkWords.files.accept,
  ],
  [
    "the settings of words and files",
    () => html`<earshot-talk-settings .preferences=${online.preferences}></earshot-talk-settings>`,
    () => talkWords.settings.autoImagesHint,
  ],
  ["another tab", () => html`<earshot-app .store=${elsewhere}></earshot-app>`, () => words.elsewhere.useHere],
];

describe("every language", () => {
  before(dress);
  before(speakOfTalk);
  before(async () => {
    document.documentElement.lang = "en";
    await setViewport({ width: 320, height: 568 });
  });
  after(asPhone);
  afterEach(() => speak("en"));

  for (const tag of Object.keys(LANGUAGES) as Language[])
    for (const [view, render, word] of VIEWS)
      it(`shows on a narrow screen in ${LANGUAGES[tag]}: ${view}`, async () => {
        const element = await fixture<LitElement>(render());
        await speak(tag);
        await element.updateComplete;
        expect(document.documentElement.lang).to.equal(tag);
        expect(textOf(element).replaceAll(" ", "")).to.contain(word().replaceAll(" ", ""));
        expect(beyond(element, 320)).to.deep.equal([]);
        // Colours are the same in every language.
        await expect(element).to.be.accessible({ ignoredRules: tag === "en" ? [] : ["color-contrast"] });
      });
});

/** What stands out of the screen to the left or right, or is too long for its own box. */
function beyond(element: Element, width: number): string[] {
  const below = [...(element.shadowRoot?.children ?? []), ...element.children];
  const own =
    element instanceof HTMLElement && isOut(element, width) ? [`${element.localName} ${textOf(element)}`] : [];
  return [...own, ...below.flatMap((child) => beyond(child, width))];
}

function isOut(element: HTMLElement, width: number): boolean {
  if (element.closest(".unseen") || !element.checkVisibility()) return false;
  const { left, right } = element.getBoundingClientRect();
  return (
    left < -0.5 || right > width + 0.5 || (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
  );
}
