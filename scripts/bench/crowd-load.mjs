/** Very many people at once, in the process that loads the servers. */
import { setTimeout as wait } from "node:timers/promises";
import { disperse, gather, still } from "./gather.mjs";

/** A busy server may not get to somebody's handshake in time. */
const TRIES = 10;
/** How long a name may take to reach all, in milliseconds. */
const PATIENCE = 60_000;
/** The server's beats to all come at once: without one for the first, none is on its way; the second is longer than between two. */
const AFTER_BEAT = 300;
const NEXT_BEAT = 11_000;
/** What it takes at least until the next one, if one has just come. */
const ROOM = 5_000;

/** @type {import("./person.mjs").Person[]} */
let here = [];
/** @type {import("./person.mjs").Tally} */
const tally = { frames: 0, bytes: 0 };
/** Whether beats are spread over time: there is no pause to wait for. */
let spread = false;

/**
 * @param {import("./gather.mjs").Gathering} gathering
 * @returns {Promise<number>} how long it took until all had joined, in seconds
 * @throws {Error} somebody was turned away again and again
 */
export async function gatherCrowd(gathering) {
  const start = performance.now();
  here = await gather({ ...gathering, tries: TRIES }, tally);
  const seconds = (performance.now() - start) / 1000;
  await still(tally);
  return seconds;
}

/** How often somebody was not let in at first, and who was cut off since. */
export function turnedAway() {
  return { refused: tally.refused ?? 0, cut: here.length - present().length };
}

function present() {
  return here.filter(({ socket }) => socket.readyState === socket.OPEN);
}

export async function disperseCrowd() {
  await disperse(here);
  here = [];
}

/** Wait until the server has just said its beat, if it does so to all at once: the next one must not disturb what is measured. */
export async function betweenBeats() {
  const since = () => (tally.beaten === undefined ? AFTER_BEAT : performance.now() - tally.beaten);
  const until = performance.now() + NEXT_BEAT;
  while (!spread && (since() < AFTER_BEAT || since() > ROOM)) {
    spread = performance.now() > until;
    await wait(50);
  }
}

/**
 * One of them changes their name.
 * @param {string} name
 * @returns {Promise<number>} how long it took until all others had it, in milliseconds
 */
export function rename(name) {
  const [renamed, ...others] = present();
  let missing = others.length;
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () =>
        reject(
          new Error(`A new name had not reached ${missing} of ${others.length} people after ${PATIENCE / 1000} s`),
        ),
      PATIENCE,
    );
    for (const other of others) {
      other.received = (data) => {
        if (!data.includes(name)) return;
        other.received = () => {};
        if (--missing > 0) return;
        clearTimeout(late);
        resolve(performance.now() - start);
      };
    }
    renamed?.rename(name);
  });
}
