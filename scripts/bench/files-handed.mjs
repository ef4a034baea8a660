/** A file from one page to the other, by what a user does: offered, accepted, received whole and checked. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  const input = await from.evaluateHandle(() => Object.assign(document.createElement("input"), { type: "file" }));
  const picked = /** @type {import("playwright-core").ElementHandle<HTMLInputElement>} */ (input.asElement());
  await picked.setInputFiles(source(size));
  await picked.evaluate(send, name);
  const { mid, obstacle } = await to.evaluate(
    (patience) => window.bench.until((all) => all.find(({ phase }) => phase === "offered"), patience),
    WAIT,
  );
  if (obstacle) throw new Error(`${name} cannot take the file: ${obstacle.why}, at most ${obstacle.limit} bytes`);
  return mid;
}

/** Their paths, by size. @type {Map<number, string>} */
const made = new Map();

/** A file on the disk, as most are: sparse, so that it takes no room there. @returns {string} its path */
function source(/** @type {number} */ size) {
  const before = made.get(size);
  if (before !== undefined) return before;
  const folder = mkdtempSync(join(tmpdir(), "earshot-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "bench.bin");
  writeFileSync(path, "");
  truncateSync(path, size);
  made.set(size, path);
  return path;
}

/** Runs in the sender's page, with what the user has picked. */
function send(/** @type {HTMLInputElement} */ input, /** @type {string} */ name) {
  window.bench.want({ type: "send-files", peer: window.bench.idOf(name), files: [...(input.files ?? [])] });
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
