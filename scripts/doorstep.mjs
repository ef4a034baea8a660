/** Pictures of the page without TLS: for `npm run screenshots -- --all`. */

/** @typedef {import("playwright-core").Page} Page */

/**
 * @param {object} options
 * @param {(look: {phone: boolean}) => Promise<Page>} options.open a page of a browser of its own, which trusts nothing
 * @param {string} options.url where the server is, with `https:`
 * @param {(page: Page, view: string) => Promise<unknown>} options.shoot
 */
export async function doorstep({ open, url, shoot }) {
  const plain = url.replace("https:", "http:");
  for (const phone of [true, false]) {
    const page = await open({ phone });
    // It is where it was sent to at once, then.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(plain);
    await page.getByText("Once trusted").waitFor();
    await shoot(page, phone ? "door-iphone" : "door-computer");
    await page.getByRole("link", { name: "Install the certificate" }).click();
    await shoot(page, phone ? "door-steps-iphone" : "door-steps-computer");
    // As if the certificate had just been installed.
    await page.route("**/ready.txt", (route) => route.fulfill({ body: "ready" }));
    await page.getByText("This device trusts Earshot now").waitFor();
    await shoot(page, phone ? "door-open-phone" : "door-open-computer");
    await page.context().close();
  }
  const late = await open({ phone: true });
  await late.clock.install({ time: new Date("2021-03-04T10:00:00") });
  await late.goto(plain);
  await late.getByRole("heading", { name: "clock is wrong" }).waitFor();
  await shoot(late, "door-clock");
  await late.context().close();
}
