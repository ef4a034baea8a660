/** People who come back when the server does, as pages do, in the process that loads the servers. */
import { setTimeout as wait } from "node:timers/promises";
import { gather, still } from "./gather.mjs";
import { join } from "./person.mjs";
import { percentile } from "./statistics.mjs";

/** @typedef {import("./person.mjs").Person} Person */

/**
 * Times are in seconds since the first of them lost the connection.
 * @typedef {object} Return
 * @property {number} half when half of them were back
 * @property {number} all when the last was
 * @property {number} attempts of each, on average
 * @property {number} lost who did not come back
 * @property {number} changed whose id is another one
 * @property {number} gone how often somebody was told that somebody was gone
 * @property {number} unlisted how many people are missing at most in the list of one of the witnesses
 */

/** As in src/client/signaling.ts, in milliseconds. */
const SHORTEST = 500;
const LONGEST = 10_000;
const CONNECT = 5_000;

const GIVE_UP = 120_000;
/** So many of them read all that they are told; of the others it is only looked whether anybody is gone. */
const WITNESSES = 40;

/** @type {Map<string, {gathering: import("./gather.mjs").Gathering, people: Person[]}>} */
const groups = new Map();
const tally = { frames: 0, bytes: 0 };

export async function gatherReturning(/** @type {import("./gather.mjs").Gathering} */ gathering) {
  groups.set(gathering.kind, { gathering, people: await gather(gathering, tally) });
  await still(tally);
}

/**
 * Ask before the server is killed.
 * @returns {Promise<Return>} when all are back
 */
export async function returned(/** @type {string} */ kind) {
  const group = groups.get(kind);
  if (group === undefined) throw new Error(`Nobody has joined ${kind}`);
  const { people, gathering } = group;
  const until = performance.now() + GIVE_UP;
  /** @type {number[]} */
  const times = [];
  let [attempts, gone, changed, unlisted] = [0, 0, 0, 0];
  const lists = people.map((_, at) => (at < WITNESSES ? new Set() : undefined));
  let start = Infinity;

  group.people = await Promise.all(
    people.map(async (before, at) => {
      await new Promise((resolve) => before.socket.once("close", resolve));
      start = Math.min(start, performance.now());
      for (let tries = 1; performance.now() < until; tries++) {
        const longest = Math.min(LONGEST, SHORTEST * 2 ** tries);
        await wait((longest * (1 + Math.random())) / 2);
        attempts++;
        try {
          const wishes = { name: before.name, known: { id: before.id, token: before.token }, tally, patience: CONNECT };
          const person = await join(gathering.kind, gathering.url, {
            ...wishes,
            heard: (data) => {
              if (data.includes('"gone":["')) gone++;
              if (lists[at] !== undefined) note(lists[at], data);
            },
          });
          times.push(performance.now());
          if (person.id !== before.id) changed++;
          return person;
        } catch {
          // The server is not there yet, or has no time: again, later, as a page does.
        }
      }
      return before;
    }),
  );
  await still(tally);
  if (kind === "ours") for (const list of lists) if (list) unlisted = Math.max(unlisted, people.length - 1 - list.size);
  return {
    half: (percentile(times, 0.5) - start) / 1000,
    all: (percentile(times, 1) - start) / 1000,
    attempts: attempts / people.length,
    lost: people.length - times.length,
    changed,
    gone,
    unlisted,
  };
}

/** Keep a list of who is there, as a page does. */
function note(/** @type {Set<string>} */ list, /** @type {Buffer} */ frame) {
  const { type, data } = JSON.parse(frame.toString());
  if (type !== "peers") return;
  if (data.full) list.clear();
  for (const { id } of data.peers) list.add(id);
  for (const id of data.gone) list.delete(id);
}
