/** A call, and what can be done in it. */
import { CAST } from "./cast.mjs";
import { frames, say } from "./stage.mjs";

/** @typedef {import("./stage.mjs").Page} Page */
/** @typedef {import("./stage.mjs").Stage} Stage */

/** The two of them, in a call that Maya has begun by this button. */
async function connect(/** @type {Stage} */ stage, button = "Call Jonas") {
  const maya = await stage.open(CAST.maya, { joined: true });
  const jonas = await stage.open(CAST.jonas, { joined: true });
  await maya.getByRole("button", { name: button, exact: true }).click();
  await jonas.getByRole("button", { name: "Accept", exact: true }).click();
  await maya.getByRole("region", { name: "Call with Jonas" }).waitFor();
  return { maya, jonas };
}

/** Press a button of the call; the controls may have faded, and come back when somebody touches the screen. */
async function press(/** @type {Page} */ page, /** @type {string | RegExp} */ name) {
  await page.mouse.move(100, 200);
  await page.mouse.move(110, 210);
  await page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();
}

export async function calls(/** @type {Stage} */ stage) {
  const { maya, jonas } = await connect(stage);
  const wake = { wake: true };
  const picture = async () => {
    await frames(maya, "Jonas");
    await frames(maya, "You");
  };
  await stage.view(maya, "call", picture, { ...wake, extremes: true });
  await stage.view(
    maya,
    "call-muted",
    async () => {
      for (const page of [maya, jonas]) await press(page, "Mute");
      await maya.getByText("Jonas is muted").waitFor();
    },
    wake,
  );
  for (const page of [maya, jonas]) await press(page, "Unmute");

  await stage.view(
    maya,
    "call-chat",
    async () => {
      for (const page of [maya, jonas])
        if (await page.getByRole("textbox", { name: "Message" }).isHidden()) await press(page, "Chat");
      await say(maya, "Can you see the garden from there?");
      await say(jonas, "Yes! Come down, coffee is ready");
      await maya.getByText("coffee is ready").waitFor();
    },
    { ...wake, extremes: true },
  );
  if (stage.device === "phone") await maya.getByRole("button", { name: "Close" }).first().click();

  await stage.view(
    maya,
    "call-camera-off",
    async () => {
      await press(jonas, "Camera off");
      await maya
        .getByText(/camera is off/i)
        .first()
        .waitFor();
    },
    wake,
  );
  await press(jonas, "Camera on");

  await stage.view(maya, "call-menu", () => press(maya, /^More/), wake);
  await maya.keyboard.press("Escape");
  await stage.view(maya, "call-quality", () => press(maya, /connection|quality/i), wake);
  await maya.keyboard.press("Escape");
  await stage.view(maya, "shortcuts", async () => {
    await maya.keyboard.press("?");
    await maya.getByRole("dialog", { name: /shortcuts/i }).waitFor();
  });
  await maya.keyboard.press("Escape");
  await stage.view(maya, "call-their-screen", () => shares(jonas, maya), { ...wake, extremes: true });
  await stage.view(maya, "call-own-screen", () => swapSharing(jonas, maya), wake);

  await stage.view(maya, "leave", async () => {
    await maya.goBack();
    await maya.getByRole("dialog", { name: "Leave the call?" }).waitFor();
  });
  await maya.getByRole("button", { name: "Stay" }).click();

  await stage.view(
    maya,
    "call-reconnecting",
    async () => {
      // Its device is off without a word.
      await jonas.goto("chrome://crash").catch(() => undefined);
      await maya.getByText("Reconnecting…").waitFor();
    },
    wake,
  );
  await stage.view(maya, "call-lost", () => maya.getByText("The connection to Jonas was lost").first().waitFor());
  for (const page of [maya, jonas]) await page.context().close();
}

/** Files that are handed over beside the call: offered, and received. */
export async function callFiles(/** @type {Stage} */ stage) {
  const { maya, jonas } = await connect(stage);
  for (const page of [maya, jonas])
    if (await page.getByRole("textbox", { name: "Message" }).isHidden()) await press(page, "Chat");
  await say(maya, "Shall I send you the plan?");
  await say(jonas, "Please! And the pictures of the harbour");
  await jonas.locator("input[type=file]#any").setInputFiles([
    { name: "harbour at dawn.png", mimeType: "image/png", buffer: await jonas.screenshot() },
    { name: "plan of the garden.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(340_000) },
  ]);
  await jonas.getByRole("button", { name: "Send", exact: true }).click();
  const accept = maya.getByRole("button", { name: "Accept files" });
  const wake = { wake: true };
  await stage.view(maya, "call-files-offered", () => accept.waitFor(), { ...wake, extremes: true });
  await stage.view(
    maya,
    "call-files-done",
    async () => {
      await accept.click();
      await maya.getByText("Received").waitFor();
    },
    wake,
  );
  for (const page of [maya, jonas]) await page.context().close();
}

export async function voiceCalls(/** @type {Stage} */ stage) {
  /** @type {Page[]} */
  let pages = [];
  const connected = async () => {
    const { maya, jonas } = await connect(stage, "Voice call with Jonas");
    pages = [maya, jonas];
    return maya;
  };
  await stage.view(undefined, "call-voice", connected, { wake: true, extremes: true });
  for (const page of pages) await page.context().close();
}

/** Somebody shows their screen to the other. */
async function shares(/** @type {Page} */ from, /** @type {Page} */ to) {
  await press(from, /^Share/);
  await to.locator('video[aria-label*="screen" i]').first().waitFor();
}

async function swapSharing(/** @type {Page} */ first, /** @type {Page} */ second) {
  await press(first, /^Stop sharing/);
  await press(second, /^Share/);
  await second
    .getByRole("button", { name: /^Stop sharing/ })
    .first()
    .waitFor();
}
