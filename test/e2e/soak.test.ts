/**
 * Calls in a row between the same two pages. After each of them everything is closed, and after all of them the pages
 * hold no more than after the first few. `SOAK_CALLS` is how many there are.
 */
import { expect, it } from "vitest";
import { Census, type Counts, excess, NO_CALLS, watchTimers } from "./census.ts";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";
import { fakeScreen, share } from "./screen.ts";
import { REACTION, TEST, until, WORK } from "./wait.ts";

/** As many as it takes until the page has made what it makes once: templates, compiled code. */
const WARM_UP = 16;
const CALLS = Number(process.env["SOAK_CALLS"] ?? 24);
/** The heap after the last call, of what it was after the warm-up. */
const HEAP = 1.2;
/** Nodes of views that are shown for the first time only later, such as "Reconnecting…": their templates stay. */
const TEMPLATES = 40;
/** For all calls, of which each may take as long as one thing that a page does at once. */
const TIMEOUT = 2 * TEST + CALLS * REACTION;

interface Kind {
  /** Whether the caller (0) or the callee (1) hangs up. */
  ender: 0 | 1;
  /** Hang up in the moment in which a path is found. */
  hasty?: true;
  /** What else happens in the call. */
  meanwhile?: (caller: Person, callee: Person) => Promise<void>;
}

/** One call after the other; who calls alternates. */
const ROUND: readonly Kind[] = [
  { ender: 0 },
  { ender: 0, meanwhile: cameraOffAndOn },
  { ender: 1, meanwhile: chat },
  { ender: 1, meanwhile: newPath },
  { ender: 0, meanwhile: shareScreens },
  { ender: 1, meanwhile: shareAtTheEnd },
  { ender: 0, hasty: true },
  { ender: 1, hasty: true },
];

const { join } = stage();

/** Small, so that painting the pictures does not take most of the time. */
async function phone(name: string): Promise<Person> {
  const person = await join(name, { size: { width: 375, height: 740 }, prepare: watchTimers });
  person.context.setDefaultTimeout(WORK);
  await person.page.evaluate(fakeScreen);
  return person;
}

/** Picture and sound of the other arrive. */
function flowing(person: Person): Promise<void> {
  return framesGoOn(person, ["video", "audio"], WORK);
}

async function cameraOffAndOn(caller: Person, callee: Person): Promise<void> {
  // Muted, one is listened to, in case one speaks.
  await caller.button("Mute").click();
  await caller.button("Unmute").click();
  await callee.button("Mute").click();
  await caller.button("Camera off").click();
  await callee.page.getByText("Camera is off").waitFor();
  await caller.button("Camera on").click();
  await flowing(callee);
}

/** Both look for a new path, as on a change of network, and the call ends in the middle of it. */
async function newPath(...both: Person[]): Promise<void> {
  for (const { page } of both) await page.evaluate(() => dispatchEvent(new Event("online")));
}

/** Both share their screens at once, and one stops. */
async function shareScreens(caller: Person, callee: Person): Promise<void> {
  await Promise.all([share(caller, true), share(callee, true)]);
  for (const person of [caller, callee]) {
    await until(
      `the other's screen at ${person.name}`,
      async () => (await person.received()).streams,
      (streams) => streams === 4,
      WORK,
    );
  }
  await share(caller, false);
  await flowing(callee);
}

/** The call ends in the middle of the negotiation. */
async function shareAtTheEnd(...both: Person[]): Promise<void> {
  await Promise.all(both.map((person) => share(person, true)));
}

async function chat(caller: Person, callee: Person): Promise<void> {
  for (const person of [caller, callee]) await person.button("Chat").click();
  await caller.page.getByRole("textbox", { name: "Message" }).fill("Good morning");
  await caller.button("Send").click();
  await callee.page.getByRole("log", { name: "Chat" }).getByText("Good morning").waitFor();
  // Conversations are kept beyond their calls.
  await Promise.all([caller, callee].map((person) => person.want({ type: "clear-conversations" })));
  await callee.page.getByRole("log", { name: "Chat" }).getByText("Good morning").waitFor({ state: "detached" });
}

/** By the keyboard: two taps as quick as these are taken for one. */
function press(person: Person, name: string): Promise<void> {
  return person.button(name).press("Enter");
}

async function decline(caller: Person, callee: Person): Promise<void> {
  await caller.call(callee.name);
  await callee.prompt(caller.name).waitFor();
  await press(callee, "Decline");
  await caller.status(`${callee.name} declined`).waitFor();
  await Promise.all([closed(caller), closed(callee)]);
}

async function call(caller: Person, callee: Person, { ender, hasty, meanwhile }: Kind): Promise<void> {
  await caller.call(callee.name);
  await callee.prompt(caller.name).waitFor();
  const [first, second] = ender === 0 ? [caller, callee] : [callee, caller];
  if (hasty) await first.page.evaluate(hangUpAtFirstPath);
  await press(callee, "Accept");
  if (!hasty) await inCall(caller, callee, meanwhile);
  if (!hasty) await press(first, "Hang up");
  await first.status("You hung up").waitFor();
  await second.status(`${first.name} hung up`).waitFor();
  await Promise.all([closed(caller), closed(callee)]);
}

async function inCall(caller: Person, callee: Person, meanwhile: Kind["meanwhile"]): Promise<void> {
  await Promise.all([caller.inCallWith(callee.name).waitFor(), callee.inCallWith(caller.name).waitFor()]);
  await Promise.all([flowing(caller), flowing(callee)]);
  await meanwhile?.(caller, callee);
}

/** Runs in a page that rings. At this moment an event of the connection is on its way: see src/client/closing.ts. */
function hangUpAtFirstPath(): void {
  const connection = window.probe.connections.at(-1);
  connection?.addEventListener("iceconnectionstatechange", () => {
    if (!["connected", "completed"].includes(connection.iceConnectionState)) return;
    const detail = { type: "hang-up" };
    document.querySelector("earshot-app")?.dispatchEvent(new CustomEvent("intent", { detail }));
  });
}

/** The directory again, in which the other can be called; camera and connection are closed. */
async function closed(person: Person): Promise<void> {
  await person.list.getByText("Available").waitFor();
  await until(
    `${person.name}'s tracks and connections to be closed`,
    async () => [await person.liveTracks(), await person.openConnections()],
    ([tracks, connections]) => tracks === 0 && connections === 0,
    WORK,
  );
}

/** Count until there is no excess; fails with what there is too much of. */
async function settled(person: Person, census: Census, allowed: Counts): Promise<Counts> {
  let counts: Counts = {};
  try {
    await until(
      `${person.name}'s page to let go`,
      async () => excess((counts = await census.take()), allowed),
      (rest) => Object.keys(rest).length === 0,
      WORK,
    );
  } finally {
    const list = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
    console.log(`${person.name}'s page holds: ${list.join(", ")}`);
  }
  return counts;
}

/** What a page may hold at the end, that held this much after the warm-up. */
function allowance(before: Counts): Counts {
  const { heap = NaN, Nodes: nodes = NaN } = before;
  return { ...before, heap: heap * HEAP, Nodes: nodes + TEMPLATES };
}

async function soak(): Promise<void> {
  // Fewer would prove nothing.
  expect(CALLS).toBeGreaterThan(WARM_UP);
  const [ann, bob] = [await phone("Ann"), await phone("Bob")];
  const run = async (from: number, to: number): Promise<void> => {
    for (let n = from; n < to; n++) {
      const [caller, callee] = n % 2 === 0 ? [ann, bob] : [bob, ann];
      const kind = ROUND[n % ROUND.length] as Kind;
      // The other way round: nobody taps one button twice within a moment.
      if (kind === ROUND[0]) await decline(callee, caller);
      await call(caller, callee, kind);
      if ((n + 1) % 20 === 0) console.log(`${n + 1} calls`);
    }
  };
  await run(0, WARM_UP);
  const warm = await Promise.all(
    [ann, bob].map(async (person) => {
      const census = await Census.of(person.page);
      return { person, census, before: await settled(person, census, NO_CALLS) };
    }),
  );
  await run(WARM_UP, CALLS);
  await Promise.all(warm.map(({ person, census, before }) => settled(person, census, allowance(before))));
}

it(`leaves nothing behind, in ${CALLS} calls`, soak, TIMEOUT);
