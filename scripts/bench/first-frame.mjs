/** How long from Accept to the first picture of the other, on both sides, against two bare connections in one page. */
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, ensureBrowser } from "../browser.mjs";
import { startServer } from "../server.mjs";
import { RUNS } from "./sizes.mjs";
import { ratios, spread, table } from "./statistics.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** In milliseconds: what is to happen at once may take this long on a busy machine. */
const WAIT = 60_000;

export async function firstFrame() {
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  try {
    const enter = async (/** @type {string} */ name) => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      context.setDefaultTimeout(WAIT);
      await context.addInitScript(prepare, name);
      const page = await context.newPage();
      await page.goto(server.url);
      return page;
    };
    const [ada, bob] = [await enter("Ada"), await enter("Bob")];
    // Whatever is made once is made before.
    await bob.evaluate(bareCall);
    await call(ada, bob);
    /** @type {Record<"bare" | "caller" | "callee", number[]>} */
    const times = { bare: [], caller: [], callee: [] };
    for (let run = 0; run < RUNS; run++) {
      times.bare.push(await bob.evaluate(bareCall));
      const { caller, callee } = await call(ada, bob);
      times.caller.push(caller);
      times.callee.push(callee);
    }
    const row = (/** @type {string} */ what, /** @type {keyof typeof times} */ side) => [
      what,
      spread(times[side], 0),
      spread(ratios(times[side], times.bare)),
    ];
    table("From Accept to the first picture of the other, in milliseconds", [
      ["", "time", "of the floor"],
      row("the floor: two bare connections in one page", "bare"),
      row("at the caller", "caller"),
      row("at the callee", "callee"),
    ]);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Ada calls, Bob accepts, and hangs up when both have seen a picture. In milliseconds from Bob's click on Accept. */
async function call(/** @type {Page} */ ada, /** @type {Page} */ bob) {
  const button = (/** @type {Page} */ page, /** @type {string} */ name) =>
    page.getByRole("button", { name, exact: true });
  for (const page of [ada, bob]) await page.evaluate(() => window.measured.clear());
  await button(ada, "Call Bob").click();
  await ada.getByRole("dialog", { name: "Calling Bob" }).getByText("Ringing…").waitFor();
  await button(bob, "Accept").click();
  const [atCaller, atCallee] = await Promise.all([ada, bob].map((page) => page.evaluate(() => window.measured.frame)));
  const clicked = await bob.evaluate(() => window.measured.clicked);
  await button(bob, "Hang up").click();
  await button(ada, "Call Bob").waitFor();
  await button(bob, "Call Ada").waitFor();
  return { caller: atCaller - clicked, callee: atCallee - clicked };
}

/**
 * Runs in the page, before its scripts: somebody who has been here before, and whose first picture is noted, in
 * milliseconds since 1970.
 */
function prepare(/** @type {string} */ name) {
  if (localStorage.getItem("earshot") === null) localStorage.setItem("earshot", JSON.stringify({ name }));
  const now = () => performance.timeOrigin + performance.now();
  const decoded = async (/** @type {RTCPeerConnection} */ connection) => {
    for (;;) {
      for (const report of (await connection.getStats()).values())
        if (report.type === "inbound-rtp" && report.kind === "video" && report.framesDecoded > 0) return now();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  /** @type {(at: number) => void} */
  let seen = () => undefined;
  window.measured = {
    clicked: 0,
    frame: Promise.resolve(0),
    now,
    decoded,
    clear() {
      window.measured.frame = new Promise((resolve) => (seen = resolve));
    },
  };
  addEventListener("click", () => (window.measured.clicked = now()), true);
  const Native = RTCPeerConnection;
  window.Bare = Native;
  window.RTCPeerConnection = class extends Native {
    constructor(/** @type {RTCConfiguration | undefined} */ configuration) {
      super(configuration);
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connecting") void decoded(this).then((at) => seen(at));
      });
    }
  };
}

/**
 * Runs in a page: two connections in it; in milliseconds from the making of the answer to the first picture on both
 * sides.
 */
async function bareCall() {
  const { now, decoded } = window.measured;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });
  const [caller, callee] = [new window.Bare(), new window.Bare()];
  /** @type {RTCIceCandidate[]} */
  const held = [];
  caller.onicecandidate = ({ candidate }) => void (candidate && callee.addIceCandidate(candidate));
  callee.onicecandidate = ({ candidate }) => {
    if (!candidate) return;
    if (caller.remoteDescription) void caller.addIceCandidate(candidate);
    else held.push(candidate);
  };
  for (const track of stream.getTracks()) caller.addTrack(track, stream);
  await caller.setLocalDescription();
  await callee.setRemoteDescription(caller.localDescription);
  const start = now();
  for (const track of stream.getTracks()) callee.addTrack(track, stream);
  await callee.setLocalDescription();
  await caller.setRemoteDescription(callee.localDescription);
  for (const candidate of held) await caller.addIceCandidate(candidate);
  const both = await Promise.all([decoded(caller), decoded(callee)]);
  caller.close();
  callee.close();
  for (const track of stream.getTracks()) track.stop();
  return Math.max(...both) - start;
}
