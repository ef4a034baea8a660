/** People of different languages, each at a browser that speaks theirs. */
import type { Page } from "playwright-core";
import { it } from "vitest";
import { english } from "../../src/client/words/english.ts";
import { german } from "../../src/client/words/german.ts";
import { stage } from "./earshot.ts";
import { framesGoOn } from "./person.ts";
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
