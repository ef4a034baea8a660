/** A file from one page to the other, by what a user does: offered, accepted, received whole and checked. */
import { WAIT } from "./files-people.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** How long a handing over may take, in milliseconds. */
const PATIENCE = 30 * 60_000;

/**
 * @param {Page} from
 * @param {Page} to
 * @param {string} name whose page `to` is
 * @param {number} size in bytes
 * @returns {Promise<number>} bytes a second, from accepting to the end
 * @throws {Error} it was not accepted, or did not arrive
 */
export async function handOver(from, to, name, size) {
  const mid = await offer(from, to, name, size);
  const ms = await to.evaluate(accept, { mid, patience: PATIENCE });
  // Else a page keeps what it has received, and soon has no more room.
  await to.evaluate(() => window.bench.want({ type: "clear-conversations" }));
  return size / (ms / 1000);
}

/**
 * Offer a file, and wait until the other is asked.
 * @param {Page} from
 * @param {Page} to
 * @param {string} name whose page `to` is
 * @param {number} size in bytes
 * @returns {Promise<string>} the offer's mid
 */
export async function offer(from, to, name, size) {
  await from.evaluate(send, { name, size });
  const { mid, obstacle } = await to.evaluate(
    (patience) => window.bench.until((all) => all.find(({ phase }) => phase === "offered"), patience),
    WAIT,
  );
  if (obstacle) throw new Error(`${name} cannot take the file: ${obstacle.why}, at most ${obstacle.limit} bytes`);
  return mid;
}

/** Runs in the sender's page: a file that takes no memory, since it is the same mebibyte many times. */
function send(/** @type {{name: string, size: number}} */ { name, size }) {
  const piece = new Uint8Array(2 ** 20);
  for (let at = 0; at < piece.length; at += 2 ** 16) crypto.getRandomValues(piece.subarray(at, at + 2 ** 16));
  const repeated = new Blob([piece]);
  const parts = [...Array(Math.ceil(size / piece.length)).keys()].map(() => repeated);
  const file = new File([new Blob(parts).slice(0, size)], "bench.bin");
  window.bench.want({ type: "send-files", peer: window.bench.idOf(name), files: [file] });
}

/** Runs in the receiver's page. @returns {Promise<number>} how long it took, in milliseconds */
async function accept(/** @type {{mid: string, patience: number}} */ { mid, patience }) {
  const began = performance.now();
  window.bench.want({ type: "answer-files", mid, accept: true });
  const over = await window.bench.until(
    (all) => all.find((transfer) => transfer.mid === mid && transfer.phase === "over"),
    patience,
  );
  if (over.outcome !== "done") throw new Error(`the file did not arrive: ${over.outcome}`);
  return performance.now() - began;
}
