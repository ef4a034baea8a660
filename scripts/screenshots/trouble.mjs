/** The page when it does not find the server as usual. */
import { CAST } from "./cast.mjs";

/** @typedef {import("./stage.mjs").Page} Page */

/** What people would read in a home network. */
const ADDRESSES = ["https://192.168.1.31:3000", "https://laptop.local:3000"];

/**
 * Runs in the page, before its scripts: `trouble.refuse` is whether new WebSockets are refused, `trouble.cut()` ends those that are open, and
 * `trouble.say()` lets the server say something.
 * @param {{refuse: boolean}} start
 */
export function instrument({ refuse }) {
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

/** Let the server of an obedient page say something. */
export function tell(/** @type {Page} */ page, /** @type {unknown} */ message) {
  return page.evaluate(`trouble.say(${JSON.stringify(message)})`);
}

function tellAddresses(/** @type {Page} */ page, /** @type {string[]} */ addresses) {
  return tell(page, { type: "addresses", data: { addresses } });
}

export async function troubles(/** @type {import("./stage.mjs").Stage} */ stage) {
  const url = stage.named;
  const phone = stage.device === "phone";

  const refused = await stage.obedient(phone ? CAST.maya : CAST.aiko, { refuse: true });
  await refused.goto(url);
  await stage.view(refused, phone ? "halfway" : "refused", () =>
    refused.getByRole("heading", { name: phone ? "only halfway" : "not calls" }).waitFor(),
  );
  await refused.context().close();

  const page = await stage.obedient(CAST.maya, { joined: true });
  await page.goto(url);
  await page.getByText("Nobody else is here yet").waitFor();
  await stage.view(page, "moved", async () => {
    await tellAddresses(page, [url, ...ADDRESSES]);
    await tellAddresses(page, ADDRESSES);
    await page.getByText("has another address now").waitFor();
  });
  await tellAddresses(page, [url, ...ADDRESSES]);
  await page.route("**/ready.txt", (route) => route.abort());
  await stage.view(page, "offline", async () => {
    await page.evaluate("trouble.refuse = true; trouble.cut()");
    await page.getByText("Looking for the laptop").first().waitFor();
  });
  // Not by its headline, which is in the page twice: the first, in a slot, is hidden once the list of checks is loaded.
  await stage.view(page, "unreachable", () => page.getByText("Is the laptop on").waitFor());
  // It leaves in order, or the next round would find it away.
  await page.evaluate("trouble.refuse = false");
  await page.getByText("Nobody else is here yet").waitFor();
  await page.context().close();
}
