/** People who join one after another, in the process that loads the servers. */
import { disperse, gather, still } from "./gather.mjs";

/** @type {import("./person.mjs").Person[]} */
let here = [];

/**
 * @param {import("./gather.mjs").Gathering} gathering
 * @returns {Promise<import("./person.mjs").Tally>} what all of them were sent, until nothing more came
 */
export async function joinOneByOne(gathering) {
  const tally = { frames: 0, bytes: 0 };
  here = await gather(gathering, tally);
  await still(tally);
  return tally;
}

export async function leaveAll() {
  await disperse(here);
  here = [];
}
