/** Calls that ring, and what is read when nothing comes of them. */
import { CAST } from "./cast.mjs";
import { Extra, offerOf } from "./extra.mjs";
import { frames } from "./stage.mjs";
import { tell } from "./trouble.mjs";

/** @typedef {import("./stage.mjs").Stage} Stage */

/** Within so many milliseconds two taps are one. */
const ONE_TAP = 400;

export async function ringing(/** @type {Stage} */ stage) {
  const maya = await stage.obedient(CAST.maya, { joined: true });
  await maya.goto(stage.url);
  const sdp = await offerOf(maya);
  const samira = await Extra.join(stage.url, { name: "Samira", device: "tablet" });
  await maya.getByRole("button", { name: "Call Samira" }).waitFor();

  await stage.view(
    maya,
    "calling",
    async () => {
      await maya.getByRole("button", { name: "Call Samira" }).click();
      await maya.getByText("Ringing…").waitFor();
      await frames(maya, "You");
    },
    { extremes: true },
  );
  await maya.getByRole("button", { name: "Cancel" }).click();
  await stage.view(maya, "calling-voice", async () => {
    await maya.getByRole("button", { name: "Voice call with Samira" }).click();
    await maya.getByText("Ringing…").waitFor();
  });
  const cancel = maya.getByRole("button", { name: "Cancel" });
  if (await cancel.isVisible()) await cancel.click();

  for (const [view, video] of /** @type {const} */ ([
    ["ringing", true],
    ["ringing-voice", false],
  ])) {
    const ring = async () => {
      await samira.call("Maya", { sdp, video });
      await maya.getByRole("dialog", { name: "Samira is calling" }).waitFor();
    };
    await stage.view(maya, view, ring, { extremes: video });
    samira.cancel();
  }
  await stage.view(maya, "missed", () =>
    maya
      .getByText(/missed calls? from Samira/i)
      .first()
      .waitFor(),
  );
  await maya.getByRole("button", { name: "Dismiss" }).first().click();

  // Taps that follow each other sooner than a person's do are one to the page: see src/client/double-tap.ts.
  const callAgain = async () => {
    await maya.waitForTimeout(ONE_TAP);
    await maya.getByRole("button", { name: "Call Samira" }).click();
  };
  for (const [view, answer, words] of /** @type {const} */ ([
    ["declined", "declined", "Samira declined"],
    ["busy", "busy", "Samira is busy"],
    ["failed", "failed", "Couldn't connect to Samira"],
    ["lost", "lost", "The connection to Samira was lost"],
  ])) {
    samira.answer = answer;
    await stage.view(maya, view, async () => {
      await callAgain();
      await maya.getByText(words).first().waitFor();
    });
  }
  samira.answer = "rings";
  await stage.view(maya, "not-here", async () => {
    await callAgain();
    await maya.getByText("Ringing…").waitFor();
    await tell(maya, { type: "error", data: { code: "peer-gone", message: "not here", target: samira.id } });
    await maya.getByText("Samira isn't here any more").first().waitFor();
  });
  await maya.context().close();
  await samira.leave();
}
