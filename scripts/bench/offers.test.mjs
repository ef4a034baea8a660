import * as v from "valibot";
import { expect, it } from "vitest";
import { Offer } from "../../src/protocol/messages.ts";
import { offersTo } from "./offers.mjs";

const TARGET = "V1StGXR8_Z5jdHi6B-myT";

it("makes offers of 2 KB that the server takes: of one call, told apart by a number", () => {
  const frames = [7, 12_345_678].map(offersTo("ours", TARGET));
  for (const frame of frames) expect(Math.abs(frame.length - 2048)).toBeLessThan(100);
  const offers = frames.map((frame) => v.parse(Offer, JSON.parse(frame)).data);
  expect(offers.map(({ target }) => target)).toEqual([TARGET, TARGET]);
  expect(new Set(offers.map(({ call }) => call)).size).toBe(1);
  expect(new Set(frames).size).toBe(2);
});

it("makes offers of the same size and content for PeerJS", () => {
  const [ours, peerjs] = [offersTo("ours", TARGET)(7), offersTo("peerjs", TARGET)(7)];
  expect(Math.abs(ours.length - peerjs.length)).toBeLessThan(50);
  expect(JSON.parse(peerjs)).toMatchObject({
    type: "OFFER",
    dst: TARGET,
    payload: { sdp: { sdp: JSON.parse(ours).data.sdp } },
  });
});
