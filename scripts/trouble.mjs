/** Pictures of the page when it does not find the server as usual: for `npm run screenshots -- --all`. */

/** @typedef {import("playwright-core").Page} Page */

/** What people would read in a home network. */
const ADDRESSES = ["https://192.168.1.31:3000", "https://laptop.local:3000"];

/**
 * Runs in the page, before its scripts: `trouble.refuse` is whether new WebSockets are refused, `trouble.cut()` ends those that are open, and
 * `trouble.say()` lets the server say something.
 * @param {{refuse: boolean}} start
 */
function instrument({ refuse }) {
  const Native = WebSocket;
  /** @type {WebSocket[]} */
  const made = [];
  const trouble = {
    refuse,
    cut: () => made.forEach((socket) => socket.close(4000)),
    say: (/** @type {unknown} */ message) =>
      made.at(-1)?.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) })),
  };
  Object.assign(window, { trouble });
  window.WebSocket = class extends Native {
    constructor(/** @type {string} */ url) {
      // The server knows no other path.
      super(trouble.refuse ? url.replace("/rtc", "/refused") : url);
      made.push(this);
    }
  };
}

/**
 * @param {object} options
 * @param {(look: {phone: boolean}) => Promise<Page>} options.open a page of a browser of its own, at nothing yet; or of a phone's
 * @param {string} options.url where the server is, by a name that is not this computer's own
 * @param {(page: Page, view: string) => Promise<unknown>} options.shoot
 */
export async function troubles({ open, url, shoot }) {
  for (const phone of [true, false]) {
    const page = await open({ phone });
    await page.addInitScript(instrument, { refuse: true });
    await page.goto(url);
    await page.getByRole("heading", { name: phone ? "only halfway" : "not calls" }).waitFor();
    await shoot(page, phone ? "halfway" : "refused");
    await page.context().close();
  }

  const page = await open({ phone: true });
  await page.addInitScript(instrument, { refuse: false });
  await page.goto(url);
  await page.getByRole("textbox", { name: "Your name" }).fill("Maya");
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByText("Nobody else is here yet").waitFor();
  await say(page, [url, ...ADDRESSES]);
  await say(page, ADDRESSES);
  await page.getByText("has another address now").waitFor();
  await shoot(page, "moved");

  await say(page, [url, ...ADDRESSES]);
  await page.route("**/ready.txt", (route) => route.abort());
  await page.evaluate("trouble.refuse = true; trouble.cut()");
  await page.getByText("is not reachable").waitFor();
  await shoot(page, "unreachable");
  // It leaves in order, or the next round would find it away.
  await page.evaluate("trouble.refuse = false");
  await page.getByText("Nobody else is here yet").waitFor();
  await page.context().close();
}

function say(/** @type {Page} */ page, /** @type {string[]} */ addresses) {
  return page.evaluate(`trouble.say(${JSON.stringify({ type: "addresses", data: { addresses } })})`);
}
