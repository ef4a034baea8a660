/** Coming in, and the list of who is here. */
import { CAST, CROWD } from "./cast.mjs";
import { Extra } from "./extra.mjs";
import { enter, frames } from "./stage.mjs";

/** @typedef {import("./stage.mjs").Stage} Stage */

export async function arriving(/** @type {Stage} */ stage) {
  const loading = await stage.blank(CAST.maya);
  await loading.addInitScript(() => localStorage.setItem("earshot", JSON.stringify({ name: "Maya" })));
  // A server that takes its time.
  await loading.routeWebSocket(/\/rtc$/, () => {});
  await loading.goto(stage.url);
  await stage.view(loading, "directory-loading", () => loading.getByText("Looking").first().waitFor());
  await loading.context().close();

  const denied = await stage.open(CAST.maya, {
    prepare: () => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    },
  });
  await stage.view(denied, "welcome-no-permission", () => denied.getByText("may not use your camera").waitFor());
  await denied.context().close();

  const maya = await stage.open(CAST.maya);
  await stage.view(maya, "welcome", () => frames(maya, "You"), { extremes: true });
  await enter(maya, CAST.maya.name);
  await stage.view(maya, "directory-empty", () => maya.getByRole("img", { name: "QR code" }).waitFor(), {
    extremes: true,
  });
  await maya.context().close();
}

export async function directory(/** @type {Stage} */ stage) {
  const maya = await stage.open(CAST.maya, { joined: true });
  const [first, ...others] = CROWD;
  const extras = first ? [await Extra.join(stage.url, first)] : [];
  await stage.view(maya, "directory-1", () => maya.getByRole("listitem").first().waitFor());
  for (const person of others) extras.push(await Extra.join(stage.url, person));
  await stage.view(
    maya,
    "directory-30",
    () =>
      maya
        .getByRole("listitem")
        .nth(CROWD.length - 1)
        .waitFor(),
    {
      extremes: true,
    },
  );
  await maya.context().close();
  for (const extra of extras) await extra.leave();
}
