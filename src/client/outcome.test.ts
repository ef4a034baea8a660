import { expect, it } from "vitest";
import type { Ended, RingingCall } from "../call/call.ts";
import { outcome } from "./outcome.ts";

const leg = { call: "c1", peer: { id: "ann", name: "Ann", legacy: false }, direction: "incoming" } as const;
const ringing: RingingCall = { ...leg, phase: "ringing", sdp: "v=0", video: true };
const ended = (reason: Ended["reason"], more: Partial<Ended> = {}): Ended => ({
  ...leg,
  reason,
  by: "them",
  answered: false,
  ...more,
});

it("adds a call that was not answered to those that were missed", () => {
  expect(outcome({ missed: ["Bob"] }, ended("cancelled"), ringing)).toEqual({ missed: ["Bob", "Ann"] });
});

it("does not count one call twice when both sides agree on another reason", () => {
  const before = { phase: "idle", ended: ended("no-answer", { by: "us" }) } as const;
  expect(outcome({ missed: ["Ann"] }, ended("cancelled"), before)).toEqual({});
});

it("counts one that had been shown as lost", () => {
  const before = { phase: "idle", ended: ended("lost", { by: "us" }) } as const;
  expect(outcome({ missed: [] }, ended("cancelled"), before)).toEqual({ missed: ["Ann"] });
});

it("says how any other ended, and leaves what is shown where there is nothing to say", () => {
  expect(outcome({ missed: [] }, ended("hung-up"), ringing)).toEqual({ notice: "Ann hung up" });
  expect(outcome({ missed: [] }, ended("declined", { by: "us" }), ringing)).toEqual({});
});
