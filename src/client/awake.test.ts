import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { idle } from "../call/call.ts";
import { Awake, screenWanted } from "./awake.ts";
import type { Transfer } from "./talk-state.ts";

let page: EventTarget & { visibilityState: string };
/** Locks that are held, and how often one was asked for. */
let held: number;
let asked: number;
let refuses: boolean;
let refused: number;
let awake: Awake;

beforeEach(() => {
  [held, asked, refuses, refused] = [0, 0, false, 0];
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const locks = new Set<{ released: boolean }>();
  page.addEventListener("visibilitychange", () => {
    // As browsers do.
    if (page.visibilityState === "visible") return;
    for (const lock of locks) lock.released = true;
    held = 0;
  });
  vi.stubGlobal("document", page);
  vi.stubGlobal("navigator", {
    wakeLock: {
      request() {
        asked++;
        if (refuses) return Promise.reject(new DOMException("the battery is low", "NotAllowedError"));
        held++;
        const lock = {
          released: false,
          release() {
            if (!lock.released) held--;
            lock.released = true;
            return Promise.resolve();
          },
        };
        locks.add(lock);
        return Promise.resolve(lock);
      },
    },
  });
  awake = new Awake({ refused: () => refused++ });
});
afterEach(() => vi.unstubAllGlobals());

function see(visible: boolean): void {
  page.visibilityState = visible ? "visible" : "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
}

/** All that was begun has been done. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

it("keeps the screen on while that is wanted, with one lock", async () => {
  awake.follow(true);
  awake.follow(true);
  await settled();
  expect([held, asked]).toEqual([1, 1]);
  awake.follow(false);
  await settled();
  expect(held).toBe(0);
});

it("asks again when the page is seen again, if it is still wanted", async () => {
  awake.follow(true);
  await settled();
  see(false);
  expect(held).toBe(0);
  see(true);
  await settled();
  expect(held).toBe(1);
  see(false);
  awake.follow(false);
  see(true);
  await settled();
  expect([held, asked]).toEqual([0, 2]);
});

it("waits until the page is seen, and is then not refused", async () => {
  see(false);
  awake.follow(true);
  await settled();
  expect([asked, refused]).toEqual([0, 0]);
  see(true);
  await settled();
  expect(held).toBe(1);
});

it("keeps nothing that comes after it was wanted", async () => {
  awake.follow(true);
  awake.follow(false);
  await settled();
  expect(held).toBe(0);
});

it("says so where the browser refuses, and does nothing where it cannot", async () => {
  refuses = true;
  awake.follow(true);
  await settled();
  expect(refused).toBe(1);
  vi.stubGlobal("navigator", {});
  const without = new Awake({ refused: () => refused++ });
  without.follow(true);
  await settled();
  expect(refused).toBe(1);
});

it("is wanted in a call, while it rings, and to stay reachable", () => {
  const peer = { id: "ada", name: "Ada", legacy: false };
  const none: ReadonlyMap<string, Transfer> = new Map();
  expect(screenWanted({ transfers: none, call: idle })).toBe(false);
  expect(screenWanted({ transfers: none, call: idle, reachable: { on: false, told: true } })).toBe(false);
  expect(screenWanted({ transfers: none, call: idle, reachable: { on: true, told: true } })).toBe(true);
  const ringing = { phase: "ringing", call: "c1", peer, direction: "incoming", sdp: "", video: true } as const;
  expect(screenWanted({ transfers: none, call: ringing })).toBe(true);
});

it("is wanted while files are on their way", () => {
  const wanted = (phase: Transfer["phase"]) =>
    screenWanted({ call: idle, transfers: new Map([["m1", { phase } as Transfer]]) });
  expect(["offered", "waiting", "moving", "paused", "over"].map((phase) => wanted(phase as Transfer["phase"]))).toEqual(
    [false, true, true, false, false],
  );
});
