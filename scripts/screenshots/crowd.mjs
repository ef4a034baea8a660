/** A crowded network: many people, some of a similar name, some blocked, and no room for more. */
import { CAST, CROWD } from "./cast.mjs";
import { Extra, offerOf } from "./extra.mjs";
import { tell } from "./trouble.mjs";

/** @typedef {import("./stage.mjs").Stage} Stage */

const PEOPLE = 300;

/** The list as the server would send it. */
function list() {
  const peers = Array.from({ length: PEOPLE }, (_, at) => {
    const person = CROWD[at % CROWD.length];
    const round = Math.floor(at / CROWD.length);
    return { ...person, id: `person-${at}`, name: `${person?.name}${round > 0 ? ` ${round + 1}` : ""}`, protocol: 1 };
  });
  return { type: "peers", data: { full: true, peers, gone: [] } };
}

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
  // Who look alike is the server's to say, and only who is here can ring.
  await tell(maya, { type: "peers", data: { full: true, peers: [], gone: [] } });
  const [first] = CROWD;
  const others = [];
  for (const name of [first?.name ?? "", "Jonas", "Jоnas", "MAYA"]) others.push(await Extra.join(stage.url, { name }));
  const twin = others[2];
  await stage.view(
    maya,
    "alike",
    async () => {
      await maya.getByText("Somebody here has a name like yours").waitFor();
      // Those from before take a moment to go.
      await maya.getByText("Ahmed").first().waitFor({ state: "detached" });
    },
    { extremes: true },
  );
  await maya.getByRole("button", { name: "Got it" }).click();
  await stage.view(
    maya,
    "ringing-alike",
    async () => {
      await twin?.call("Maya", { sdp, video: true });
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
  for (const other of others) await other.leave();
  // It leaves in order, or the next round would find it away.
  await maya.getByRole("button", { name: "Try now" }).click();
  await maya.getByText("Nobody else is here yet").waitFor();
  await maya.context().close();
}
