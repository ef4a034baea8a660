/** Many people, in the process that loads the servers. */
import { setTimeout as wait } from "node:timers/promises";
import { join } from "./person.mjs";

/** @typedef {import("./person.mjs").Person} Person */
/** @typedef {import("./person.mjs").Tally} Tally */
/** @typedef {{kind: import("./person.mjs").Kind, url: string, count: number, room?: string, atOnce?: number, tries?: number}} Gathering */

/** Changes are gathered for a tenth of a second: after this long without a frame, nothing more comes; in milliseconds. */
const STILL = 500;
const STILL_AT_LAST = 120_000;
/** The longest wait of somebody who was not let in, in milliseconds. */
const AGAIN = 2_000;

/**
 * Let people join, `atOnce` of them at a time; whoever is not let in comes again, until `tries` were in vain.
 * @param {Gathering} gathering
 * @param {Tally} tally
 * @returns {Promise<Person[]>}
 */
export async function gather({ kind, url, count, room, atOnce = 1, tries = 1 }, tally) {
  /** @type {Person[]} */
  const people = [];
  let next = 0;
  const comeOneByOne = async () => {
    while (next < count) {
      const wishes = { name: `P${next++}`, tally, ...(room !== undefined && { room }) };
      people.push(await come(wishes, 1));
    }
  };
  const come = async (/** @type {import("./person.mjs").Wishes} */ wishes, /** @type {number} */ tried) => {
    try {
      return await join(kind, url, wishes);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (tried === tries)
        throw new Error(`${people.length} of ${count} had joined ${kind}, then: ${why}`, { cause: error });
      tally.refused = (tally.refused ?? 0) + 1;
      await wait(AGAIN * Math.random());
      return come(wishes, tried + 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, comeOneByOne));
    return people;
  } catch (error) {
    // Whoever is there keeps the server busy, and this process alive.
    next = count;
    await disperse(people);
    throw error;
  }
}

/** Wait until nobody is told anything any more. */
export async function still(/** @type {Tally} */ tally) {
  const until = Date.now() + STILL_AT_LAST;
  for (let before = -1; before !== tally.frames && Date.now() < until;) {
    before = tally.frames;
    await wait(STILL);
  }
}

/** All leave. */
export async function disperse(/** @type {Person[]} */ people) {
  await Promise.all(people.map((person) => person.leave()));
}
