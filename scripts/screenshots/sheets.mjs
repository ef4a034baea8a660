/** What opens over the directory, and what stands in its place. */
import { CAST } from "./cast.mjs";
import { Extra } from "./extra.mjs";
import { frames } from "./stage.mjs";

/** @typedef {import("./stage.mjs").Page} Page */
/** @typedef {import("./stage.mjs").Stage} Stage */

const MINUTE = 60_000;

/** Calls of the last days, as the browser keeps them: see src/client/call-log.ts. Of those people only Samira is here, under this id. */
function log(/** @type {string} */ samira) {
  const call = (/** @type {string} */ name, /** @type {number} */ ago, /** @type {object} */ more) => {
    const at = Date.now() - ago * MINUTE;
    const ended = {
      call: `${name}-${ago}`,
      peer: { id: name === "Samira" ? samira : name.toLowerCase(), name, legacy: false },
      ...more,
    };
    return { ended, at, until: at + 7 * MINUTE, seen: true };
  };
  return [
    call("Samira", 4, { direction: "incoming", reason: "cancelled", by: "them", answered: false }),
    call("Jonas", 52, {
      direction: "outgoing",
      reason: "hung-up",
      by: "us",
      answered: true,
      since: Date.now() - 51 * MINUTE,
    }),
    call("Grandma", 190, {
      direction: "incoming",
      reason: "hung-up",
      by: "them",
      answered: true,
      since: Date.now() - 189 * MINUTE,
    }),
    call("Aiko", 1500, { direction: "outgoing", reason: "no-answer", by: "us", answered: false }),
    call("Tomasz", 4400, { direction: "outgoing", reason: "declined", by: "them", answered: false }),
  ];
}

export async function sheets(/** @type {Stage} */ stage) {
  const phone = stage.device === "phone";
  const maya = await stage.open(CAST.maya, { joined: true });
  const samira = await Extra.join(stage.url, { name: "Samira", device: "tablet" });
  await maya.evaluate((calls) => localStorage.setItem("earshot-calls", JSON.stringify(calls)), log(samira.id));
  await maya.reload();
  await maya.getByRole("button", { name: "Call Samira" }).waitFor();
  const close = () => maya.getByRole("button", { name: "Close" }).first().click();

  await stage.view(maya, "recents", async () => {
    await maya.getByRole("button", { name: "Recent calls" }).click();
    await maya.getByRole("dialog").getByText("Tomasz").waitFor();
  });
  await close();
  await stage.view(
    maya,
    "invite",
    async () => {
      await maya.getByRole("button", { name: "Invite" }).click();
      await maya.getByRole("dialog").getByRole("img", { name: "QR code" }).waitFor();
    },
    { extremes: true },
  );
  await stage.view(maya, "invite-others", () => maya.getByText("other addresses").click());
  await close();

  await maya.getByRole("button", { name: "Settings" }).click();
  await stage.view(maya, "settings-1", () => frames(maya, "You"), { extremes: true });
  for (let part = 2; await scroll(maya); part++) await stage.view(maya, `settings-${part}`);
  await close();

  if (phone) {
    await stage.view(maya, "reachable", async () => {
      await maya.getByRole("button", { name: "Stay reachable" }).click();
      await maya.getByRole("dialog", { name: "Staying reachable" }).waitFor();
    });
  }
  const second = await maya.context().newPage();
  await second.goto(stage.url);
  await stage.view(second, "elsewhere", () => second.getByRole("button", { name: "Use here" }).waitFor());
  await maya.context().close();
  await samira.leave();
}

/** Down by what is seen of the open dialog, less a little. @returns {Promise<boolean>} false at its end */
function scroll(/** @type {Page} */ page) {
  return page.getByRole("dialog").evaluate((dialog) => {
    const all = [dialog, ...dialog.querySelectorAll("*")];
    const box = all.find(
      (element) =>
        element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY),
    );
    if (!box) return false;
    const before = box.scrollTop;
    box.scrollTop += box.clientHeight * 0.85;
    return box.scrollTop > before + 1;
  });
}
