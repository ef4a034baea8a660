/** A screen beside the face, the other camera, and how both are sent. The intents are said as components say them. */
import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";
import { fakeScreen, intend, share } from "./screen.ts";
import { until } from "./wait.ts";

const { join, server } = stage();

/** What comes by each section of the description: frames or packets, by its number; 0 and 1 are voice and face. */
async function arrived(person: Person): Promise<Record<string, number>> {
  return person.page.evaluate(async () => {
    const counts: Record<string, number> = {};
    const live = window.probe.connections.filter(({ connectionState }) => connectionState !== "closed").at(-1);
    (await live?.getStats())?.forEach((report) => {
      if (report.type === "inbound-rtp")
        counts[report.mid] = report.kind === "video" ? (report.framesDecoded ?? 0) : (report.packetsReceived ?? 0);
    });
    return counts;
  });
}

/** More comes by all these sections. Those of a screen are made after the data channel's. */
async function comesBy(person: Person, mids: string[]): Promise<void> {
  const before = await arrived(person);
  await until(
    `more by ${mids.join(", ")} at ${person.name}`,
    () => arrived(person),
    (now) => mids.every((mid) => (now[mid] ?? 0) > (before[mid] ?? 0) + 5),
  );
}

const FACE = ["0", "1"];
const SCREEN = ["3", "4"];

/** What the page's state says of the screens. */
async function screens(person: Person): Promise<{ own: boolean; theirs: boolean; sharing: boolean }> {
  return person.page.evaluate(() => {
    const { media, theirs } = (document.querySelector("earshot-app") as unknown as { store: Store }).store.value;
    interface Store {
      value: { media: { ownScreen?: MediaStream; theirScreen?: MediaStream }; theirs: { sharing: boolean } };
    }
    return { own: Boolean(media.ownScreen), theirs: Boolean(media.theirScreen), sharing: theirs.sharing };
  });
}

const shown = (person: Person, wanted: Partial<Awaited<ReturnType<typeof screens>>>) =>
  until(
    `${JSON.stringify(wanted)} at ${person.name}`,
    () => screens(person),
    (now) => Object.entries(wanted).every(([key, value]) => now[key as keyof typeof now] === value),
  );

async function inCall(): Promise<[Person, Person]> {
  const [ann, bob] = [await join("Ann", { prepare: fakeScreen }), await join("Bob", { prepare: fakeScreen })];
  await ann.call("Bob");
  await bob.accept(ann);
  await Promise.all([framesGoOn(ann), framesGoOn(bob)]);
  return [ann, bob];
}

describe("a shared screen", () => {
  it("arrives beside the face, from both at once, stops, comes again, and leaves nothing open", async () => {
    const [ann, bob] = await inCall();
    await Promise.all([share(ann, true), share(bob, true)]);
    await Promise.all([ann, bob].map((person) => comesBy(person, [...FACE, ...SCREEN])));
    await Promise.all([ann, bob].map((person) => shown(person, { own: true, theirs: true, sharing: true })));
    await share(ann, false);
    await shown(bob, { own: true, theirs: false, sharing: false });
    await Promise.all([comesBy(bob, FACE), comesBy(ann, [...FACE, ...SCREEN])]);
    await share(ann, true);
    await Promise.all([shown(bob, { theirs: true }), comesBy(bob, [...FACE, ...SCREEN])]);
    // In the middle of it.
    await bob.button("Hang up").click();
    await ann.status("Bob hung up").waitFor();
    for (const person of [ann, bob]) {
      await until(
        "no live track",
        () => person.liveTracks(),
        (n) => n === 0,
      );
      expect(await screens(person)).toMatchObject({ own: false, theirs: false });
    }
  });

  it("of the one who was called is noticed to end in the browser's own bar", async () => {
    const [ann, bob] = await inCall();
    await share(bob, true);
    await shown(ann, { theirs: true });
    await comesBy(ann, [...FACE, ...SCREEN]);
    await bob.page.evaluate(() => {
      const screen = window.probe.tracks.find((track) => track instanceof CanvasCaptureMediaStreamTrack);
      screen?.stop();
      screen?.dispatchEvent(new Event("ended"));
    });
    await Promise.all([shown(bob, { own: false }), shown(ann, { theirs: false })]);
    await comesBy(ann, FACE);
  });

  it("goes on while a new path is looked for, without the server", async () => {
    const [ann, bob] = await inCall();
    await share(ann, true);
    await comesBy(bob, [...FACE, ...SCREEN]);
    await server.stop();
    for (const { page } of [ann, bob]) await page.evaluate(() => dispatchEvent(new Event("online")));
    await share(bob, true);
    await Promise.all([ann, bob].map((person) => comesBy(person, [...FACE, ...SCREEN])));
    await Promise.all([ann, bob].map((person) => shown(person, { theirs: true })));
    await server.start();
  });
});

/** The second of Chromium's fake cameras has a depth for a picture, of which a call sends nothing: leave it out. */
function twoCameras(): void {
  const { mediaDevices } = navigator as Partial<Navigator>;
  if (!mediaDevices) return;
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  mediaDevices.enumerateDevices = async () => (await list()).filter(({ label }) => label !== "fake_device_1");
}

describe("the camera", () => {
  it("flips to the other one without leaving the call, also in the next", async () => {
    const phone =
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";
    const ann = await join("Ann", { userAgent: phone, prepare: twoCameras });
    const bob = await join("Bob");
    await ann.call("Bob");
    await bob.accept(ann);
    await framesGoOn(bob);
    const camera = () =>
      ann.page.evaluate(
        () => window.probe.tracks.findLast((t) => t.kind === "video" && t.readyState === "live")?.label,
      );
    const first = await camera();
    const described = () => ann.page.evaluate(() => window.probe.connections.at(-1)?.localDescription?.sdp);
    const before = await described();
    await intend(ann, { type: "flip" });
    const second = await until("the other camera", camera, (label) => label !== undefined && label !== first);
    await framesGoOn(bob);
    expect(await described()).toBe(before);
    await ann.button("Hang up").click();
    await bob.button("Call Ann").waitFor();
    await bob.call("Ann");
    await ann.accept(bob);
    await framesGoOn(bob);
    expect(await camera()).toBe(second);
    await intend(ann, { type: "flip" });
    await until("the first camera", camera, (label) => label === first);
  });
});

describe("what is sent", () => {
  it("is taken with 720 lines, and sent at the bit rate for these and no more", async () => {
    const [ann, bob] = [await join("Ann", { fullSize: true }), await join("Bob")];
    await ann.call("Bob");
    await bob.accept(ann);
    const sent = () =>
      ann.page.evaluate(async () => {
        const connection = window.probe.connections.at(-1);
        const result = { taken: 0, lines: 0, target: 0, most: 0, voice: 0, voicePriority: "" };
        (await connection?.getStats())?.forEach((report) => {
          if (report.type === "outbound-rtp" && report.kind === "video")
            Object.assign(result, { lines: report.frameHeight ?? 0, target: report.targetBitrate ?? 0 });
        });
        for (const { track, getParameters } of connection?.getSenders().map((sender) => ({
          track: sender.track,
          getParameters: () => sender.getParameters(),
        })) ?? []) {
          const [encoding] = getParameters().encodings;
          if (track?.kind === "video")
            Object.assign(result, { most: encoding?.maxBitrate ?? 0, taken: track.getSettings().height });
          else Object.assign(result, { voice: encoding?.maxBitrate, voicePriority: encoding?.priority });
        }
        return result;
      });
    // How many lines are left of them is the processor's to say, here and now: it is printed, and the track and the cap are judged.
    const found = await until("pictures under way", sent, ({ target, most }) => most > 0 && target > 500_000);
    console.log(`Sent: ${found.lines} lines at ${Math.round(found.target / 1000)} kbit/s`);
    expect(found).toMatchObject({ taken: 720, most: 2_500_000, voice: 64_000, voicePriority: "high" });
    expect(found.target).toBeLessThanOrEqual(2_500_000);
  });
});
