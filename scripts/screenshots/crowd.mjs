/** A crowded network: many people, some of a similar name, some blocked, and no room for more. */
import { CAST, CROWD } from "./cast.mjs";
import { offerOf } from "./extra.mjs";
import { tell } from "./trouble.mjs";

/** @typedef {import("./stage.mjs").Stage} Stage */

const PEOPLE = 300;

/** The list as the server would send it, with these at its end. */
function list(/** @type {object[]} */ ...more) {
  const peers = Array.from({ length: PEOPLE - more.length }, (_, at) => {
    const person = CROWD[at % CROWD.length];
    const round = Math.floor(at / CROWD.length);
    return { ...person, id: `person-${at}`, name: `${person?.name}${round > 0 ? ` ${round + 1}` : ""}`, protocol: 1 };
  });
  return { type: "peers", data: { full: true, peers: [...peers, ...more], gone: [] } };
}

const alike = (/** @type {string} */ id, /** @type {string} */ name) => ({
  id,
  name,
  alike: true,
  device: "phone",
  protocol: 1,
});

export async function crowded(/** @type {Stage} */ stage) {
  const maya = await stage.obedient(CAST.maya, { joined: true });
  await maya.goto(stage.url);
  await maya.getByText("Nobody else is here yet").waitFor();
  const sdp = await offerOf(maya);
  const rows = (/** @type {number} */ count) =>
    maya
      .getByRole("listitem")
      .nth(count - 1)
      .waitFor();
  const box = maya.getByRole("searchbox", { name: "Search people" });

  await stage.view(
    maya,
    "people-300",
    async () => {
      await tell(maya, list());
      await rows(PEOPLE);
    },
    { extremes: stage.device === "phone" },
  );
  await stage.view(maya, "search", () => box.fill("jon"), { extremes: true });
  await stage.view(maya, "search-none", () => box.fill("Jonathan"));
  await box.fill("");
  await box.blur();
  await maya.evaluate("scrollTo(0, 0)");
  // Whom Maya blocks in one round is another one in the next, since she keeps that.
  const twin = `twin-${stage.device}`;
  const own = await maya.evaluate('JSON.parse(localStorage["earshot"]).id');
  const twins = {
    full: true,
    gone: [],
    peers: [
      alike("j1", "Jonas"),
      alike(twin, "Jоnas"),
      alike(own, "Maya"),
      alike("m2", "MAYA"),
      ...CROWD.slice(0, 1).map((person, at) => ({ ...person, id: `p${at}` })),
    ],
  };
  await stage.view(
    maya,
    "alike",
    async () => {
      await tell(maya, { type: "peers", data: twins });
      await maya.getByText("Somebody here has a name like yours").waitFor();
    },
    { extremes: true },
  );
  await maya.getByRole("button", { name: "Got it" }).click();
  await stage.view(
    maya,
    "ringing-alike",
    async () => {
      await tell(maya, {
        type: "offer",
        data: { source: twin, call: `ring-${twin}`, type: "offer", sdp, media: { video: true } },
      });
      await maya.getByRole("dialog", { name: /is calling/ }).waitFor();
    },
    { extremes: true },
  );
  await stage.view(
    maya,
    "blocked",
    async () => {
      await maya.getByRole("button", { name: /^Block / }).click();
      await maya.getByRole("list", { name: "People nearby" }).getByText("Blocked").first().waitFor();
    },
    { extremes: true },
  );
  await maya.getByRole("button", { name: "Dismiss" }).first().click();
  await stage.view(maya, "recents-more", async () => {
    await maya.getByRole("button", { name: "Recent calls" }).click();
    await maya.getByRole("button", { name: "More about" }).first().click();
  });
  await maya.getByRole("button", { name: "Close" }).first().click();
  await maya.getByRole("button", { name: "Settings" }).click();
  await stage.view(maya, "settings-code", () => maya.getByText("Your code is").waitFor());
  await stage.view(maya, "settings-blocked", () =>
    maya.getByRole("heading", { name: "Blocked people" }).evaluate((heading) => heading.scrollIntoView()),
  );
  await stage.view(maya, "settings-block", () => maya.getByRole("button", { name: "Block somebody" }).click());
  await maya.getByRole("button", { name: "Close" }).first().click();
  await stage.view(
    maya,
    "full",
    async () => {
      await tell(maya, { type: "error", data: { code: "full", message: "there is no room for another person" } });
      await maya.getByRole("heading", { name: "Earshot is full" }).waitFor();
    },
    { extremes: true },
  );
  // It leaves in order, or the next round would find it away.
  await maya.getByRole("button", { name: "Try now" }).click();
  await maya.getByText("Nobody else is here yet").waitFor();
  await maya.context().close();
}
