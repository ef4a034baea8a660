/**
 * `npm run screenshots`: the README's pictures, taken of the real app; with `-- --all` every view, in two sizes and both
 * colour schemes, in test/output/screenshots. The people are drawn, since a fake camera shows a test pattern.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, devices } from "playwright-core";
import { BROWSER_FLAGS, ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { portrait } from "./portrait.mjs";
import { doorstep } from "./doorstep.mjs";
import { command, ensureInstalled, root } from "./setup.mjs";
import { troubles } from "./trouble.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").BrowserContextOptions} Look */
/** @typedef {(page: Page, view: string) => Promise<unknown>} Shoot */

const README = join(root, "docs/images");
const ALL = join(root, "test/output/screenshots");
/** In milliseconds. */
const START_WITHIN = 20_000;
const PICTURE_WITHIN = 20_000;
/** Enough for an encoder to have come up to its full quality. */
const FRAMES = 40;

/** What people would read in a home network, in place of this machine's own address in the server's list. */
const ADDRESSES = ["https://192.168.1.20:3000", "https://[fd12:3456:789a::20]:3000", "https://laptop.local:3000"];
const SHOWN = ADDRESSES.map((address) => `"${address}"`).join();
/** By which the server is found here, too, as if it were another computer. */
const NAME = "laptop.local";

/** Who they are, what they call from, and the colours of their wall, hair, skin and shirt. */
const CAST = {
  maya: { name: "Maya", device: "iPhone 14", colours: ["#e9dfd0", "#2f2320", "#c98f68", "#2f7f79"] },
  jonas: { name: "Jonas", device: "Pixel 7", colours: ["#cfdde6", "#8a5a2b", "#efc3a0", "#b4533c"] },
  aiko: { name: "Aiko", device: "Desktop Chrome", colours: ["#dfe5d3", "#1d1b20", "#f0cda8", "#5b5f97"] },
  samira: { name: "Samira", device: "iPad Mini", colours: ["#e8d6d6", "#3b2a23", "#a86f4b", "#d59f3c"] },
};

await command(import.meta.url, async () => {
  ensureInstalled();
  await ensureBuilt();
  const server = await start();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...BROWSER_FLAGS, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
  });
  try {
    const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5 };
    await tour(
      { ...phone, colorScheme: "light" },
      async (page, view) => ["directory", "call"].includes(view) && shoot(page, join(README, `${view}.png`)),
    );
    if (!process.argv.includes("--all")) return;
    for (const [width, height] of /** @type {const} */ ([
      [360, 740],
      [1280, 800],
    ]))
      for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
        const look = { viewport: { width, height }, colorScheme };
        const take = (/** @type {Page} */ page, /** @type {string} */ view) =>
          shoot(page, join(ALL, `${view}-${width}-${colorScheme}.png`));
        await tour(look, take);
        await troubles({
          open: ({ phone }) => blank(phone ? CAST.maya : CAST.aiko, look),
          url: server.url.replace("127.0.0.1", NAME),
          shoot: take,
        });
        await doorstep({
          open: ({ phone }) => blank(phone ? CAST.maya : CAST.aiko, { ...look, ignoreHTTPSErrors: false }),
          url: server.url,
          shoot: take,
        });
      }
  } finally {
    await browser.close();
    await server.stop();
  }

  /** Four people meet, and two of them talk: every view of the app, each offered to `shoot`. */
  async function tour(/** @type {Look} */ look, /** @type {Shoot} */ shoot) {
    const maya = await open(CAST.maya, look);
    await frames(maya, "You");
    await shoot(maya, "welcome");
    await enter(maya, CAST.maya.name);
    await maya.getByText("Nobody else is here yet").waitFor();
    await maya.getByRole("img", { name: "QR code" }).waitFor();
    await shoot(maya, "directory-empty");

    const [jonas, aiko, samira] = await Promise.all([
      come(CAST.jonas, look),
      come(CAST.aiko, look),
      come(CAST.samira, look),
    ]);
    await maya.getByRole("listitem").nth(2).waitFor();
    await shoot(maya, "directory");

    await maya.getByRole("button", { name: "Invite" }).click();
    await maya.getByRole("dialog").getByRole("img", { name: "QR code" }).waitFor();
    await shoot(maya, "invite");
    await maya.getByText("other addresses").click();
    await shoot(maya, "invite-others");
    await maya.getByRole("button", { name: "Close" }).click();

    await maya.getByRole("button", { name: "Settings" }).click();
    await frames(maya, "You");
    await shoot(maya, "settings");
    await maya.getByRole("button", { name: "Close" }).click();

    await samira.getByRole("button", { name: "Call Maya" }).click();
    await maya.getByRole("dialog", { name: "Samira is calling" }).waitFor();
    await samira.getByRole("button", { name: "Cancel" }).click();
    await maya.getByText("Missed call from Samira").waitFor();
    await shoot(maya, "missed");

    await maya.getByRole("button", { name: "Call Jonas" }).click();
    await maya.getByText("Ringing…").waitFor();
    await frames(maya, "You");
    await shoot(maya, "calling");
    await shoot(jonas, "incoming");

    await jonas.getByRole("button", { name: "Accept", exact: true }).click();
    await frames(maya, "Jonas");
    await frames(maya, "You");
    await shoot(maya, "call");

    if (await jonas.getByRole("textbox", { name: "Message" }).isHidden())
      for (const page of [maya, jonas]) await page.getByRole("button", { name: "Chat" }).click();
    await say(maya, "Can you see the garden from there?");
    await say(jonas, "Yes! Come down, coffee is ready");
    await maya.getByText("coffee is ready").waitFor();
    await shoot(maya, "chat");

    await maya.goBack();
    await maya.getByRole("dialog", { name: "Leave the call?" }).waitFor();
    await shoot(maya, "leave");
    await maya.getByRole("dialog").getByRole("button", { name: "Hang up" }).click();
    await jonas.getByText("Maya hung up").waitFor();
    await shoot(jonas, "hung-up");
    await maya.getByRole("button", { name: "Call Aiko" }).click();
    await aiko.getByRole("button", { name: "Decline" }).click();
    await maya.getByText("Aiko declined").waitFor();
    await maya.getByRole("button", { name: "Recent calls" }).click();
    await shoot(maya, "recents");
    await maya.getByRole("button", { name: "Close" }).click();
    await maya.getByRole("button", { name: "Stay reachable" }).click();
    await maya.getByRole("dialog", { name: "Staying reachable" }).waitFor();
    await shoot(maya, "reachable");
    const second = await maya.context().newPage();
    await second.goto(server.url);
    await second.getByRole("button", { name: "Use here" }).waitFor();
    await shoot(second, "elsewhere");
    for (const page of [maya, jonas, aiko, samira]) await page.context().close();
  }

  async function come(/** @type {typeof CAST.maya} */ person, /** @type {Look} */ look) {
    const page = await open(person, look);
    await enter(page, person.name);
    await page.getByRole("button", { name: "Call Maya" }).waitFor();
    return page;
  }

  /** @returns {Promise<Page>} the app, on this person's device, before they have given a name */
  async function open(/** @type {typeof CAST.maya} */ person, /** @type {Look} */ look) {
    const page = await blank(person, look);
    await page.context().routeWebSocket(/\/rtc$/, (socket) => {
      const own = [server.url, server.url.replace("127.0.0.1", NAME)].map((url) => `"${url}"`).join();
      socket.connectToServer().onMessage((frame) => socket.send(String(frame).replaceAll(own, SHOWN)));
    });
    await page.goto(server.url);
    return page;
  }

  /** @returns {Promise<Page>} a page on this person's device, at nothing yet */
  async function blank(/** @type {typeof CAST.maya} */ { device, colours }, /** @type {Look} */ look) {
    const { userAgent } = /** @type {{userAgent: string}} */ (devices[device]);
    const context = await browser.newContext({ ignoreHTTPSErrors: true, ...look, userAgent });
    await context.addInitScript(portrait, { colours });
    const page = await context.newPage();
    return page;
  }
});

async function enter(/** @type {Page} */ page, /** @type {string} */ name) {
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("button", { name: "Join" }).click();
}

async function say(/** @type {Page} */ page, /** @type {string} */ text) {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** Wait until a picture has come and moves. */
async function frames(/** @type {Page} */ page, /** @type {string} */ label) {
  const video = page.locator(`video[aria-label="${label}"]`);
  const end = Date.now() + PICTURE_WITHIN;
  const count = () =>
    video.evaluate((element) => /** @type {HTMLVideoElement} */ (element).getVideoPlaybackQuality().totalVideoFrames);
  while ((await count()) < FRAMES) {
    if (Date.now() > end) throw new Error(`There is no picture of ${label}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function shoot(/** @type {Page} */ page, /** @type {string} */ path) {
  const { length } = await page.screenshot({ path, animations: "disabled" });
  console.log(`${path.slice(root.length)}  ${Math.ceil(length / 1024)} KiB`);
}

/** The built server, in a folder of its own. */
async function start() {
  mkdirSync(README, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "earshot-screenshots-"));
  const child = spawn(process.execPath, [join(root, "dist/server/main.js")], {
    cwd: folder,
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: "0",
      EARSHOT_HOME: folder,
      KEY: "",
      CERT: "",
      NAMES: NAME,
      ICE_SERVERS: "",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const stop = async () => {
    child.kill();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  let printed = "";
  /** @type {Promise<string>} */
  const ready = new Promise((resolve) => {
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      const [url] = /https:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (url && printed.includes("Ctrl-C")) resolve(url);
    });
  });
  const late = new Promise((resolve) => setTimeout(resolve, START_WITHIN).unref());
  const url = await Promise.race([ready, exited.then(() => undefined), late.then(() => undefined)]);
  if (url !== undefined) return { url, stop };
  await stop();
  throw new Error(`The server did not start, see above: ${printed}`);
}
