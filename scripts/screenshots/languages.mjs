/** The directory in every language: names of buttons differ, so it is found by its elements. */
import { CAST, CROWD } from "./cast.mjs";
import { Extra } from "./extra.mjs";

const LANGUAGES = ["en", "de", "es", "fr", "zh"];
/** Enough to show every status. */
const PEOPLE = 6;

export async function languages(/** @type {import("./stage.mjs").Stage} */ stage) {
  const extras = [];
  for (const person of CROWD.slice(0, PEOPLE)) extras.push(await Extra.join(stage.url, person));
  for (const language of LANGUAGES) {
    const settings = { language, toldAsleep: false };
    const page = await stage.open(CAST.maya, { joined: true, settings });
    await stage.view(page, `directory-${language}`, async () => {
      await page.locator(`html[lang="${language}"]`).waitFor();
      await page
        .getByRole("listitem")
        .nth(PEOPLE - 1)
        .waitFor();
    });
    await page.context().close();
    const guest = await stage.open(CAST.maya, { settings });
    await stage.view(guest, `welcome-${language}`, async () => {
      await guest.locator(`html[lang="${language}"]`).waitFor();
      await guest.locator("earshot-welcome").waitFor();
    });
    await guest.context().close();
  }
  for (const extra of extras) await extra.leave();
}
