/** People of different languages, each at a browser that speaks theirs. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { english } from "../../src/client/words/english.ts";
import { later } from "../../src/client/words/english-later.ts";
import { french } from "../../src/client/words/french.ts";
import { german } from "../../src/client/words/german.ts";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";
import { until } from "./wait.ts";

const { visit, join } = stage();

const spoken = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang);

/** The page speaks this language now. */
const speaks = (page: Page, tag: string): Promise<string> =>
  until(
    `the language ${tag}`,
    () => spoken(page),
    (lang) => lang === tag,
  );

/** Somebody whose browser knows their name already: what a first visit asks is said in their language, too. */
const adaAtHome = (): void => {
  if (localStorage.getItem("earshot") === null) localStorage.setItem("earshot", JSON.stringify({ name: "Ada" }));
};

/** Choose it in the settings, by their name and that of the field. */
async function choose(person: Person, settings: string, field: string, language: string): Promise<void> {
  await person.button(settings).click();
  await person.page.getByRole("combobox", { name: field, exact: true }).selectOption(language);
}

it(
  "speaks German at once where the browser does, and calls whoever speaks something else",
  { tags: "core" },
  async () => {
    const bo = await join("Bo");
    const ada = await visit("Ada", { locale: "de-DE", prepare: adaAtHome });
    await speaks(ada.page, "de");
    const row = ada.page.getByRole("listitem").filter({ hasText: "Bo" });
    await row.getByText(german.common.status.available).waitFor();
    await bo.page.getByRole("listitem").filter({ hasText: "Ada" }).getByText(english.common.status.available).waitFor();

    await row.getByRole("button", { name: german.directory.call("Bo") }).click();
    await bo.prompt("Ada").waitFor();
    await bo.button("Accept").click();
    await bo.inCallWith("Ada").waitFor();
    await framesGoOn(ada);
    await framesGoOn(bo);
    await bo.button("Hang up").click();
    await ada.status(german.endings.hungUp("Bo")).waitFor();
    await bo.status(english.endings.youHungUp).waitFor();
  },
);

it("speaks what is chosen in the settings, whatever the browser speaks, also after a reload", async () => {
  await join("Bo");
  const ada = await visit("Ada", { locale: "de-DE", prepare: adaAtHome });
  await speaks(ada.page, "de");
  await choose(ada, german.directory.settings, german.settings.language, "fr");
  await speaks(ada.page, "fr");
  await ada.page.reload();
  await ada.page.getByRole("listitem").getByText(french.common.status.available).waitFor();
  expect(await spoken(ada.page)).toBe("fr");
});

it("speaks English where the browser's language is none of ours", async () => {
  const ada = await join("Ada", { locale: "pt-BR" });
  await ada.page.getByText("Nobody else is here yet").waitFor();
  await ada.button("Recent calls").waitFor();
  expect(await spoken(ada.page)).toBe("en");
});

it("goes on in English, and says so, where the words of a language do not come", async () => {
  const ada = await join("Ada");
  let asked = 0;
  await ada.page.route(/\/german-[^/]*\.js$/u, (route) => {
    asked++;
    return route.abort("connectionrefused");
  });
  await choose(ada, english.directory.settings, later.settings.language, "de");
  await ada.status(english.notices.languageNotLoaded).waitFor();
  expect([asked, await spoken(ada.page)]).toEqual([1, "en"]);
  await ada.page.reload();
  await ada.status(english.notices.languageNotLoaded).waitFor();
  expect([asked, await spoken(ada.page)]).toEqual([2, "en"]);
  await ada.page.getByText("Nobody else is here yet").waitFor();
  // With the next try they come.
  await ada.page.unroute(/\/german-[^/]*\.js$/u);
  await ada.page.reload();
  await speaks(ada.page, "de");
});
