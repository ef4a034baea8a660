// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { aTimeout, expect } from "@open-wc/testing";
import { type Aside, Link, type LinkOptions } from "./link.ts";
import { closed, heldOf, reached } from "./testing/collected.ts";
import { NOTHING, type Tracked } from "./tracks.ts";
import { until } from "./testing/until.ts";

interface End {
  link: Link;
  remote?: MediaStream;
  /** The other's screen, as long as they share it. */
  screen?: MediaStream | undefined;
  heard: string[];
  asides: Aside[];
  connection: RTCPeerConnection;
}

/** One end of a link, which notes what it sees; `other` gets its candidates and, if it is `online`, its asides. */
function end(polite: boolean, options: Partial<LinkOptions> = {}, other?: () => End, online = true): End {
  const heard: string[] = [];
  const asides: Aside[] = [];
  let connection!: RTCPeerConnection;
  const made: Partial<End> = {};
  const link = new Link({
    iceServers: [],
    polite,
    legacy: false,
    connect: (configuration) => (connection = new RTCPeerConnection(configuration)),
    on: {
      candidate: (candidate) => void other?.().link.addCandidate(candidate),
      obstacle: (obstacle) => heard.push(`obstacle ${obstacle}`),
      connected: () => heard.push("connected"),
      doubt: () => heard.push("doubt"),
      silent: () => heard.push("silent"),
      alive: () => heard.push("alive"),
      failed: () => heard.push("failed"),
      farewell: (reason) => heard.push(reason),
      remote: (stream) => (made.remote = stream),
      said: (message) => heard.push(`chat ${(message as { data: string }).data}`),
      theirs: ({ muted, cameraOff }) => heard.push(`muted ${muted}, camera off ${cameraOff}`),
      screen: (stream) => (made.screen = stream),
      open: () => heard.push("open"),
      aside: (aside) => {
        asides.push(aside);
        if (online && other) {
          if ("description" in aside) void other().link.redescribe(aside.description);
          else void other().link.addCandidate(aside.candidate);
        }
        return online;
      },
    },
    ...options,
  });
  return Object.assign(made, { link, heard, asides, connection });
}

const ends: End[] = [];

async function pair(callers: Partial<LinkOptions> = {}, callees: Partial<LinkOptions> = {}, online = true) {
  const caller: End = end(false, callers, () => callee, online);
  const callee: End = end(true, callees, () => caller, online);
  ends.push(caller, callee);
  await callee.link.takeOffer((await caller.link.offer())!);
  await caller.link.takeAnswer((await callee.link.answer())!);
  const ready = ({ heard }: End): boolean => heard.includes("connected") && heard.includes("open");
  await until("a connection", () => [caller, callee].every(ready));
  return { caller, callee };
}

/** What a restart of ICE changes (RFC 8839, 5.4). */
function ufrag({ connection }: End): string | undefined {
  return /a=ice-ufrag:(\S+)/u.exec(connection.localDescription?.sdp ?? "")?.[1];
}

/** A picture of this colour, and no sound. */
function picture(colour: string): Tracked {
  const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 48 });
  const context = canvas.getContext("2d")!;
  const [video = null] = canvas.captureStream(20).getVideoTracks();
  let n = 0;
  const timer = setInterval(() => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 64, 48);
    context.fillStyle = "black";
    context.fillRect(n++ % 64, 0, 1, 1);
    if (video?.readyState === "ended") clearInterval(timer);
  }, 50);
  pictures.push(video!);
  return { audio: null, video };
}
const pictures: MediaStreamTrack[] = [];

/** Which of red, lime and blue a stream shows most at this moment. */
async function colourOf(stream: MediaStream | undefined): Promise<string | undefined> {
  if (!stream) return undefined;
  const video = document.createElement("video");
  video.muted = true;
  // With its sound, it would begin to play before there is a picture.
  video.srcObject = new MediaStream(stream.getVideoTracks());
  await Promise.race([video.play(), aTimeout(1_000)]);
  const context = new OffscreenCanvas(1, 1).getContext("2d")!;
  context.drawImage(video, 0, 0, 1, 1);
  video.srcObject = null;
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return red > 150 ? "red" : green > 150 ? "lime" : blue > 150 ? "blue" : undefined;
}

const shows = (stream: () => MediaStream | undefined, colour: string) =>
  until(`${colour} is seen`, async () => (await colourOf(stream())) === colour);

const word = (sharing: boolean) => ({ type: "media", data: { muted: true, cameraOff: false, sharing } }) as const;

/** Share this screen, or none, and say so. */
function share({ link }: End, screen: Tracked): void {
  void link.setScreen(screen);
  link.say(word(screen !== NOTHING));
}

const settled = (...all: End[]) => until(() => all.every(({ connection }) => connection.signalingState === "stable"));

describe("a link", () => {
  afterEach(() => {
    for (const { link } of ends.splice(0)) link.close();
    for (const track of pictures.splice(0)) track.stop();
  });

  it("reveals nothing before the answer, and takes candidates that come early", async () => {
    const caller: End = end(false, {}, () => callee);
    const callee: End = end(true, {}, () => caller);
    ends.push(caller, callee);
    let gathered = 0;
    callee.connection.addEventListener("icecandidate", () => gathered++);
    const offer = await caller.link.offer();
    // Ahead of the offer, as after a reconnect.
    await until(() => caller.connection.iceGatheringState === "complete");
    await callee.link.takeOffer(offer!);
    expect(callee.connection.remoteDescription?.sdp).to.contain("a=candidate:");
    await aTimeout(200);
    expect(gathered).to.equal(0);
    expect(callee.connection.localDescription).to.equal(null);
    await caller.link.takeAnswer((await callee.link.answer())!);
    await until(() => callee.heard.includes("connected"));
  });

  it("always has one audio and one video transceiver in both directions, with or without tracks", async () => {
    const { caller, callee } = await pair();
    for (const { connection } of [caller, callee]) {
      expect(
        connection
          .getTransceivers()
          .map(({ receiver, currentDirection }) => `${receiver.track.kind} ${currentDirection}`),
      ).to.deep.equal(["audio sendrecv", "video sendrecv"]);
    }
  });

  it("carries what is said", async () => {
    const { caller, callee } = await pair();
    expect(caller.link.say({ type: "chat", data: "hello" })).to.equal(true);
    expect(callee.link.say({ type: "media", data: { muted: true, cameraOff: false } })).to.equal(true);
    await until(() => callee.heard.includes("chat hello") && caller.heard.includes("muted true, camera off false"));
  });

  it("restarts ICE over its own channel, also when both do at once", async () => {
    const { caller, callee } = await pair();
    const before = [ufrag(caller), ufrag(callee)];
    caller.link.restart();
    callee.link.restart();
    await until(() => ufrag(caller) !== before[0] && ufrag(callee) !== before[1]);
    await settled(caller, callee);
    caller.link.say({ type: "chat", data: "still here" });
    await until(() => callee.heard.includes("chat still here"));
    expect([...caller.asides, ...callee.asides]).to.deep.equal([]);
    expect([...caller.heard, ...callee.heard]).not.to.include("failed");
  });

  it("restarts ICE at once when that has failed", async () => {
    const { caller, callee } = await pair();
    const before = ufrag(caller);
    Object.defineProperty(caller.connection, "connectionState", { value: "failed", configurable: true });
    caller.connection.dispatchEvent(new Event("connectionstatechange"));
    await until(() => ufrag(caller) !== before);
    await settled(caller, callee);
    expect(caller.heard).not.to.include("silent").and.not.to.include("failed");
  });

  it("notices silence, restarts ICE by signaling, and notices that the other is back", async () => {
    // The callee sends no beats and no media: for the caller it is silent.
    const { caller, callee } = await pair({}, { legacy: true });
    const before = ufrag(caller);
    await until("silence", () => caller.heard.includes("silent"));
    await until(() => caller.asides.some((aside) => "description" in aside));
    expect(ufrag(caller)).not.to.equal(before);
    await settled(caller, callee);
    callee.link.say({ type: "chat", data: "back" });
    await until(() => caller.heard.includes("alive"));
  });

  it("says goodbye when it is closed, and why", async () => {
    const { caller, callee } = await pair();
    caller.link.close("hung-up");
    await until(() => callee.heard.includes("hung-up"));
    await until(() => caller.connection.connectionState === "closed");
  });

  it("says goodbye to a client of the old protocol as that knows it", async () => {
    const { caller, callee } = await pair({ legacy: true });
    caller.link.close("lost");
    await until(() => callee.heard.includes("hung-up"));
  });

  it("is lost when the other's end is closed without a word", async () => {
    const { caller, callee } = await pair();
    caller.link.close();
    await until("the channel's end", () => callee.heard.includes("lost"));
  });

  it("fails on a description that is none, and says nothing after it was closed", async () => {
    const broken = end(true);
    ends.push(broken);
    await broken.link.takeOffer("v=0\r\nnonsense");
    expect(broken.heard).to.deep.equal(["failed"]);
    broken.link.close();
    await broken.link.takeOffer("v=0\r\nnonsense");
    expect(broken.heard).to.deep.equal(["failed"]);
  });

  describe("when it is closed, is let go of by the browser", () => {
    /** Two ends that nobody else knows; while it rings, the caller gathers all candidates. */
    async function ringing(): Promise<[End, End]> {
      const caller: End = end(false, {}, () => callee);
      const callee: End = end(true, {}, () => caller);
      await callee.link.takeOffer((await caller.link.offer())!);
      const { connection } = caller;
      await reached(connection, "icegatheringstatechange", () => connection.iceGatheringState === "complete");
      return [caller, callee];
    }

    async function answer(...[caller, callee]: [End, End]): Promise<void> {
      await caller.link.takeAnswer((await callee.link.answer())!);
    }

    it("while the events of its making are on their way", async () => {
      const connections: WeakRef<RTCPeerConnection>[] = [];
      const once = async (): Promise<void> => {
        const both = await ringing();
        const [{ link, connection }] = both;
        // Chromium tells of this state at once, and of the connection's own state by a task that follows.
        const path = reached(connection, "iceconnectionstatechange", () => {
          const there = ["connected", "completed"].includes(connection.iceConnectionState);
          if (there) link.close("hung-up");
          return there;
        });
        await answer(...both);
        await path;
        connections.push(...(await closed(...both)));
      };
      for (let n = 0; n < 4; n++) await once();
      expect(await heldOf(connections)).to.equal(0);
    });

    it("while the events of a search for a new path are on their way, in a busy page", async () => {
      const connections: WeakRef<RTCPeerConnection>[] = [];
      const once = async (moment: number): Promise<void> => {
        const both = await ringing();
        await answer(...both);
        for (const { connection } of both)
          await reached(connection, "connectionstatechange", () => connection.connectionState === "connected");
        for (const { link } of both) link.restart();
        await aTimeout(moment);
        // Tasks pile up, those of events among them.
        for (const end = performance.now() + 20; performance.now() < end;);
        await aTimeout(0);
        connections.push(...(await closed(...both)));
      };
      for (let n = 0; n < 8; n++) await once(4 * n);
      expect(await heldOf(connections)).to.equal(0);
    });
  });

  describe("with a screen", () => {
    it("shows it beside the face, from both sides at once, and another later without renegotiation", async () => {
      const { caller, callee } = await pair();
      await Promise.all([caller.link.setTracks(picture("red")), callee.link.setTracks(picture("lime"))]);
      share(caller, picture("blue"));
      share(callee, picture("red"));
      await shows(() => callee.screen, "blue");
      await shows(() => caller.screen, "red");
      await shows(() => callee.remote, "red");
      await shows(() => caller.remote, "lime");
      await settled(caller, callee);
      for (const end of [caller, callee]) share(end, NOTHING);
      await until(() => !caller.screen && !callee.screen);
      const descriptions = [caller, callee].map(({ connection }) => connection.localDescription?.sdp);
      share(caller, picture("lime"));
      share(callee, picture("blue"));
      await shows(() => callee.screen, "lime");
      await shows(() => caller.screen, "blue");
      expect([caller, callee].map(({ connection }) => connection.localDescription?.sdp)).to.deep.equal(descriptions);
      expect(caller.connection.getTransceivers().length).to.equal(4);
      expect([...caller.asides, ...callee.asides]).to.deep.equal([]);
    });

    it("keeps face and screen apart across restarts of ICE", async () => {
      const { caller, callee } = await pair();
      await caller.link.setTracks(picture("red"));
      share(callee, picture("lime"));
      caller.link.restart();
      share(caller, picture("blue"));
      callee.link.restart();
      await shows(() => callee.screen, "blue");
      await shows(() => callee.remote, "red");
      await shows(() => caller.screen, "lime");
      const before = ufrag(caller);
      caller.link.restart();
      await until(() => ufrag(caller) !== before);
      await caller.link.setTracks(picture("lime"));
      await shows(() => callee.remote, "lime");
      await shows(() => callee.screen, "blue");
    });

    it("is not shown unless the other says so", async () => {
      const { caller, callee } = await pair();
      await caller.link.setScreen(picture("blue"));
      await until(() => callee.connection.getReceivers().length === 4);
      expect(callee.screen).to.equal(undefined);
      caller.link.say(word(true));
      await shows(() => callee.screen, "blue");
    });

    it("goes on showing the face after both have looked for a new path at once", async () => {
      const { caller, callee } = await pair();
      await Promise.all([caller.link.setTracks(picture("red")), callee.link.setTracks(picture("lime"))]);
      const before = [ufrag(caller), ufrag(callee)];
      callee.link.restart();
      caller.link.restart();
      await until(() => ufrag(caller) !== before[0] && ufrag(callee) !== before[1]);
      await settled(caller, callee);
      await shows(() => callee.remote, "red");
      await shows(() => caller.remote, "lime");
    });

    it("changes camera and microphone without renegotiation", async () => {
      const { caller, callee } = await pair();
      const before = caller.connection.localDescription?.sdp;
      await caller.link.setTracks(picture("red"));
      await shows(() => callee.remote, "red");
      await caller.link.setTracks(picture("blue"));
      await shows(() => callee.remote, "blue");
      expect(caller.connection.localDescription?.sdp).to.equal(before);
    });

    it("takes the face's place for a client of the old protocol, and gives it back", async () => {
      const { caller, callee } = await pair({ legacy: true });
      await caller.link.setTracks(picture("red"));
      await caller.link.setScreen(picture("blue"));
      await shows(() => callee.remote, "blue");
      // Another camera meanwhile changes nothing of that.
      await caller.link.setTracks(picture("lime"));
      await shows(() => callee.remote, "blue");
      await caller.link.setScreen(NOTHING);
      await shows(() => callee.remote, "lime");
      expect(caller.connection.getTransceivers().length).to.equal(2);
    });

    it("closes for good in the middle of sharing", async () => {
      const { caller, callee } = await pair();
      share(caller, picture("blue"));
      share(callee, picture("red"));
      caller.link.close("hung-up");
      await until(() => callee.heard.includes("hung-up"));
      callee.link.close();
      await until(() => [caller, callee].every(({ connection }) => connection.connectionState === "closed"));
      await caller.link.setScreen(picture("lime"));
      expect([...caller.heard, ...callee.heard]).not.to.include("failed");
    });
  });
});
