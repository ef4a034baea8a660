/** Cameras and microphones in calls of two people in one page: missing, taken away, plugged in, held back, flipped, and how they are sent. */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { connect, FACE, type Person, stage, until, VOICE } from "./testing/two-people.ts";

const town = stage();

/** Ann calls Bob, and he sees and hears her. */
async function inCall(...people: [Person, Person]): Promise<void> {
  const [ann, bob] = people;
  await connect(ann, bob);
  await bob.gets(...FACE);
}

/** What this person reads about their devices. */
const reads = (person: Person, sentence: string) =>
  person.until(sentence, ({ media }) => media.problem?.includes(sentence));

describe("a caller without a camera", () => {
  it("calls, is told what is missing, and sees the other", async () => {
    const [ann, bob] = [town.join("Ann"), town.join("Bob")];
    ann.devices.isThere = ({ kind }) => kind !== "videoinput";
    ann.devices.answer = (constraints, grant) =>
      constraints.video ? Promise.reject(new DOMException("no camera", "NotFoundError")) : grant();
    await connect(ann, bob);
    await reads(ann, "No camera was found");
    await ann.gets(...FACE);
    await bob.gets(...VOICE);
  });

  it("who allows nothing at all can still be called, and see", async () => {
    const [ann, bob] = [town.join("Ann"), town.join("Bob")];
    ann.devices.answer = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    await connect(bob, ann);
    await reads(ann, "may not use your camera");
    await ann.gets(...FACE);
  });
});

describe("a call", () => {
  const HEADSET = "Fake Audio Input 2";
  /** As a browser lists microphones, without the alias for the one that the system prefers. */
  const unplugged = ({ label, deviceId }: MediaDeviceInfo) => deviceId !== "default" && label !== HEADSET;
  const plugged = ({ deviceId }: MediaDeviceInfo) => deviceId !== "default";

  async function withoutHeadset(): Promise<[Person, Person]> {
    const people: [Person, Person] = [town.join("Ann"), town.join("Bob")];
    people[0].devices.isThere = unplugged;
    await inCall(...people);
    return people;
  }

  it("goes on when the camera is taken away, and says so", async () => {
    const [ann, bob] = await withoutHeadset();
    ann.devices.take(ann.devices.open("video"));
    await reads(ann, "Your camera stopped");
    await bob.until("camera off", ({ theirs }) => theirs.cameraOff);
    await bob.gets(...VOICE);
    ann.want({ type: "camera", off: false });
    await bob.gets(...FACE);
    expect(bob.state.theirs.cameraOff).to.equal(false);
  });

  it("takes a headset that is plugged in, and the microphone behind it when that is pulled out, and says so", async () => {
    const [ann, bob] = await withoutHeadset();
    const first = ann.devices.open("audio")!.label;
    expect(first).not.to.equal(HEADSET);
    ann.devices.isThere = plugged;
    ann.devices.changed();
    await ann.until("the headset", ({ notice }) => notice?.startsWith(`Now using ${HEADSET}`));
    expect(ann.devices.open("audio")!.label).to.equal(HEADSET);
    await bob.gets(...VOICE);
    ann.devices.isThere = unplugged;
    ann.devices.take(ann.devices.open("audio"));
    ann.devices.changed();
    await ann.until("the first microphone", ({ notice }) => notice?.startsWith(`Now using ${first}`));
    expect(ann.devices.open("audio")!.label).to.equal(first);
    await bob.gets(...VOICE);
    expect(ann.state.media.problem).to.equal(undefined);
  });

  it("goes on while the system holds the camera back, and says so on both sides", async () => {
    const [ann, bob] = await withoutHeadset();
    const camera = ann.devices.open("video")!;
    const hold = (held: boolean): void => {
      Object.defineProperty(camera, "muted", { value: held, configurable: true });
      camera.dispatchEvent(new Event(held ? "mute" : "unmute"));
    };
    hold(true);
    await reads(ann, "Your camera is paused");
    await bob.until("camera off", ({ theirs }) => theirs.cameraOff);
    await bob.gets(...VOICE);
    hold(false);
    await ann.until("no problem", ({ media }) => media.problem === undefined);
    await bob.until("camera on", ({ theirs }) => !theirs.cameraOff);
  });
});

describe("the camera", () => {
  it("flips to the other one without leaving the call, also in the next", async () => {
    const [ann, bob] = [town.join("Ann", { device: "phone" }), town.join("Bob")];
    // The second of Chromium's fake cameras has a depth for a picture, of which a call sends nothing.
    ann.devices.isThere = ({ label }) => label !== "fake_device_1";
    await inCall(ann, bob);
    const camera = () => ann.devices.open("video")?.label;
    const first = camera();
    const before = ann.callConnection!.localDescription!.sdp;
    await ann.until("two cameras", ({ media }) => media.canFlip);
    ann.want({ type: "flip" });
    await until("the other camera", () => camera() !== undefined && camera() !== first);
    const second = camera();
    await bob.gets(...FACE);
    expect(ann.callConnection!.localDescription!.sdp).to.equal(before);
    ann.want({ type: "hang-up" });
    await bob.until("the end", ({ call }) => call.phase === "idle");
    await connect(bob, ann);
    await bob.gets(...FACE);
    expect(camera()).to.equal(second);
    ann.want({ type: "flip" });
    await until("the first camera", () => camera() === first);
  });
});

describe("what is sent", () => {
  it("is taken with 720 lines, and sent at the bit rate for these and no more", async () => {
    const [ann, bob] = [town.join("Ann"), town.join("Bob")];
    ann.devices.fullSize = true;
    await connect(ann, bob, false);
    const sent = async () => {
      const connection = ann.callConnection!;
      const found = { lines: 0, target: 0, taken: 0, most: 0, voice: 0, voicePriority: "" };
      (await connection.getStats()).forEach((report) => {
        if (report.type === "outbound-rtp" && report.kind === "video")
          Object.assign(found, { lines: report.frameHeight ?? 0, target: report.targetBitrate ?? 0 });
      });
      for (const sender of connection.getSenders()) {
        const [encoding] = sender.getParameters().encodings;
        if (sender.track?.kind === "video")
          Object.assign(found, { most: encoding?.maxBitrate ?? 0, taken: sender.track.getSettings().height });
        else Object.assign(found, { voice: encoding?.maxBitrate, voicePriority: encoding?.priority });
      }
      return found;
    };
    let found = await sent();
    await until("pictures under way", async () => {
      found = await sent();
      return found.most > 0 && found.target > 0 && found.lines > 0;
    });
    // How many lines and bits are left of them is the processor's to say, here and now: the track and the cap are
    // judged.
    expect(found).to.include({ taken: 720, most: 2_500_000, voice: 64_000, voicePriority: "high" });
    expect(found.target).to.be.at.most(2_500_000);
  });
});
