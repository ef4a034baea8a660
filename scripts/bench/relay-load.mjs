/** Pairs of people, of whom one sends offers to the other, in the process that loads the servers: one clock sees both. */
import { offersTo } from "./offers.mjs";
import { join } from "./person.mjs";
import { percentile } from "./statistics.mjs";

/** @typedef {import("./person.mjs").Person} Person */
/** @typedef {{caller: Person, callee: Person, offer: (sequence: number) => string}} Pair */

/** Offers of one pair that are on their way at once. */
const WINDOW = 4;
/** Shorter frames are something else. */
const OFFER = 1500;
/** How long nothing may arrive, in milliseconds. */
const PATIENCE = 15_000;

/** @type {Map<string, Pair[]>} */
const opened = new Map();
let sequence = 0;

/**
 * @param {{kind: import("./person.mjs").Kind, url: string, pairs: number}} of
 */
export async function openPairs({ kind, url, pairs }) {
  const tally = { frames: 0, bytes: 0 };
  /** @type {Pair[]} */
  const made = [];
  for (let room = 0; room < pairs; room++) {
    const caller = await join(kind, url, { name: `Caller ${room}`, room, tally });
    const callee = await join(kind, url, { name: `Callee ${room}`, room, tally });
    made.push({ caller, callee, offer: offersTo(kind, callee.id || "V1StGXR8_Z5jdHi6B-myT") });
  }
  opened.set(kind, made);
}

/**
 * As many offers as the server can take: each that arrives lets the next one go.
 * @param {{kind: string, offers: number}} run
 * @returns {Promise<{seconds: number}>}
 * @throws {Error} some did not arrive
 */
export async function flood({ kind, offers }) {
  const pairs = opened.get(kind) ?? [];
  const start = performance.now();
  let sent = 0;
  const next = (/** @type {Pair} */ { caller, offer }) => {
    if (sent++ < offers) caller.socket.send(offer(sequence++));
  };
  await arrivals(pairs, offers, next, () => {
    for (const pair of pairs) for (let at = 0; at < WINDOW; at++) next(pair);
  });
  return { seconds: (performance.now() - start) / 1000 };
}

/**
 * Offers by schedule, whatever becomes of those before (open loop): so a server that stalls is charged for all that wait.
 * @param {{kind: string, rate: number, seconds: number}} run `rate` is offers a second in all
 * @returns {Promise<{p50: number, p99: number}>} from when they were to be sent until they were there, in milliseconds
 */
export async function pace({ kind, rate, seconds }) {
  const pairs = opened.get(kind) ?? [];
  const offers = rate * seconds;
  /** When each was to be sent; of one pair, they arrive in that order. @type {Map<Pair, number[]>} */
  const due = new Map(pairs.map((pair) => [pair, []]));
  /** @type {number[]} */
  const took = [];
  const arrived = (/** @type {Pair} */ pair) =>
    void took.push(performance.now() - (due.get(pair)?.shift() ?? Number.NaN));
  await arrivals(pairs, offers, arrived, () => {
    const start = performance.now();
    let sent = 0;
    // Timers are too coarse: this looks at the clock in each round of the event loop.
    const send = () => {
      for (const now = performance.now(); sent < offers; sent++) {
        const at = start + (sent * 1000) / rate;
        if (at > now) break;
        const pair = pairs[sent % pairs.length];
        if (pair === undefined) return;
        due.get(pair)?.push(at);
        pair.caller.socket.send(pair.offer(sequence++));
      }
      if (sent < offers) setImmediate(send);
    };
    send();
  });
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}

/**
 * Begin, and wait for that many offers.
 * @param {Pair[]} pairs
 * @param {number} offers
 * @param {(pair: Pair) => void} each
 * @param {() => void} begin
 * @returns {Promise<void>}
 */
function arrivals(pairs, offers, each, begin) {
  return new Promise((resolve, reject) => {
    let [arrived, seen] = [0, 0];
    let other = "";
    const look = setInterval(() => {
      if (arrived === seen) fail(`${offers - arrived} of ${offers} offers did not arrive`);
      seen = arrived;
    }, PATIENCE);
    const fail = (/** @type {string} */ why) => {
      clearInterval(look);
      reject(new Error(`${why}${other && `; what came instead: ${other}`}`));
    };
    for (const pair of pairs) {
      pair.caller.received = (data) => void (data.includes("error") && (other = data.toString()));
      pair.callee.received = (data) => {
        if (data.length < OFFER) return;
        arrived++;
        each(pair);
        if (arrived !== offers) return;
        clearInterval(look);
        resolve();
      };
    }
    begin();
  });
}
