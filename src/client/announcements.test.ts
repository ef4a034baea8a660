import { expect, it } from "vitest";
import { announcement, type Told } from "./announcements.ts";
import { nothingOpen, nothingSaid } from "./state.ts";

const before: Told = {
  media: nothingOpen,
  theirs: nothingSaid,
  quality: { grade: "good", loss: 0 },
};
const screen = {} as MediaStream;

const said = (from: Partial<Told>, to: Partial<Told>): string =>
  announcement({ ...before, ...from }, { ...before, ...to }, "Ada");
const media = (change: Partial<Told["media"]>): Partial<Told> => ({ media: { ...before.media, ...change } });

it("says nothing of what nobody would notice", () => {
  expect(said({}, {})).toBe("");
  expect(said({}, media({ problem: "No camera." }))).toBe("");
  expect(said({}, { quality: { grade: "fair", loss: 0.02 } })).toBe("");
  expect(said({ quality: undefined }, {})).toBe("");
});

it("says what the user did", () => {
  expect(said({}, media({ muted: true }))).toBe("Microphone off");
  expect(said(media({ muted: true }), {})).toBe("Microphone on");
  expect(said({}, media({ cameraOff: true }))).toBe("Camera off");
  expect(said({}, media({ ownScreen: screen }))).toBe("Your screen is shared");
  expect(said(media({ ownScreen: screen }), {})).toBe("Your screen is not shared any more");
});

it("says what the other did, all of it", () => {
  expect(said({}, { theirs: { muted: true, cameraOff: true, sharing: false } })).toBe(
    "Ada turned the microphone off. Ada turned the camera off",
  );
  expect(said({ theirs: { muted: true, cameraOff: false, sharing: false } }, {})).toBe("Ada turned the microphone on");
  expect(said({}, media({ theirScreen: screen }))).toBe("Ada shares their screen");
  expect(said(media({ theirScreen: screen }), {})).toBe("Ada shares no screen any more");
});

it("says when the user is not heard, and when the connection becomes weak", () => {
  expect(said({}, media({ unheard: true }))).toBe("You speak, but your microphone is off");
  expect(said(media({ unheard: true }), {})).toBe("");
  const poor: Partial<Told> = { quality: { grade: "poor", cause: "loss", loss: 0.2 } };
  expect(said({}, poor)).toBe("Weak connection: the network loses packets");
  expect(said(poor, poor)).toBe("");
  expect(said(poor, {})).toBe("The connection is better again");
});
