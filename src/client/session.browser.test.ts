/** Whole calls: two or three people in one page, with real connections and devices. How what they read is shown, the components' tests see. */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { unseen } from "./recents.ts";
import { missedCalls, summaryOf } from "./sentences.ts";
import { accept, areConnected, connect, FACE, type Person, stage, until, VOICE } from "./testing/two-people.ts";

const town = stage();

function pair(): [Person, Person] {
  return [town.join("Ann"), town.join("Bob")];
}

/** What this person reads of missed calls. */
const missed = ({ state }: Person): string | undefined => {
  const names = unseen(state.recents).map(({ ended }) => ended.peer.name);
  return names.length > 0 ? missedCalls(names.reverse()) : undefined;
};

const reads = (person: Person, sentence: string) =>
  person.until(sentence, ({ notice }) => notice?.startsWith(sentence));

describe("a call", () => {
  it("is hung up by the caller", async () => {
    const [ann, bob] = pair();
    await connect(ann, bob);
    ann.want({ type: "hang-up" });
    await Promise.all([ann.isQuiet(), bob.isQuiet()]);
    expect([ann.notices, bob.notices]).to.deep.equal([["You hung up"], ["Ann hung up"]]);
  });

  it("is accepted without video: the caller hears, and sees no camera", async () => {
    const [ann, bob] = pair();
    await connect(ann, bob, false);
    await bob.gets(...FACE);
    await ann.gets(...VOICE);
    expect(await ann.frames()).to.equal(0);
    bob.want({ type: "camera", off: false });
    await ann.gets(...FACE);
    bob.want({ type: "camera", off: true });
    await until("one live track at Bob's", () => bob.devices.live.length === 1);
  });

  it("is cancelled: the callee reads of a missed call", async () => {
    const [ann, bob] = pair();
    await ann.call(bob);
    await bob.rings(ann);
    await ann.until("ringing", ({ call }) => call.phase === "calling" && call.reach === "ringing");
    // Nothing is revealed before Accept.
    expect(bob.devices.tracks).to.deep.equal([]);
    ann.want({ type: "hang-up" });
    await Promise.all([ann.isQuiet(), bob.isQuiet()]);
    expect(missed(bob)).to.equal("Missed call from Ann");
  });

  it("connects without a prompt when both dial at once", async () => {
    const [ann, bob] = pair();
    const phases: string[] = [];
    for (const { client } of [ann, bob]) client.store.subscribe(({ call }) => phases.push(call.phase));
    const offers = () => town.signaling.relayed.filter(({ type }) => type === "offer").length;
    await Promise.all([ann.sees(bob), bob.sees(ann)]);
    const letGo = town.signaling.hold();
    await Promise.all([ann.call(bob), bob.call(ann)]);
    await until("offers that cross", () => offers() === 2);
    letGo();
    await areConnected(ann, bob);
    await Promise.all([ann.gets(...FACE), bob.gets(...FACE)]);
    expect(phases).not.to.include("ringing");
  });

  it("finds its callee busy in another one, which goes on", async () => {
    const [ann, bob] = pair();
    const cem = town.join("Cem");
    await connect(ann, bob);
    await cem.call(ann);
    await reads(cem, "Ann is busy");
    await bob.gets(...FACE);
    expect([ann.phase, bob.phase, cem.phase]).to.deep.equal(["connected", "connected", "idle"]);
  });

  it("tells the other who is muted, and sends silence meanwhile", async () => {
    const [ann, bob] = pair();
    await connect(ann, bob);
    const microphone = ann.devices.open("audio")!;
    ann.want({ type: "mute", muted: true });
    await bob.until("Ann is muted", ({ theirs }) => theirs.muted);
    expect(microphone.enabled).to.equal(false);
    ann.want({ type: "mute", muted: false });
    await bob.until("Ann is heard", ({ theirs }) => !theirs.muted);
    expect(microphone.enabled).to.equal(true);
  });

  it("that is cancelled while the browser still asks for the camera does not stand in the way of the next", async () => {
    const [ann, bob] = pair();
    let asked = false;
    ann.devices.answer = (_constraints, grant) => {
      if (asked) return grant();
      asked = true;
      return new Promise(() => undefined);
    };
    await ann.call(bob);
    await until("the browser's question", () => asked);
    expect(ann.phase).to.equal("preparing");
    ann.want({ type: "hang-up" });
    await connect(bob, ann);
    await Promise.all([ann.gets(...FACE), bob.gets(...FACE)]);
  });

  it("that others tried meanwhile is told after it, whoever they were", async () => {
    const [ann, bob] = pair();
    await connect(ann, bob);
    for (const name of ["Cleo", "Dan"]) {
      const other = town.join(name);
      await other.call(ann);
      await reads(other, "Ann is busy");
    }
    bob.want({ type: "hang-up" });
    await reads(ann, "Bob hung up");
    expect(missed(ann)).to.equal("2 missed calls from Cleo and Dan");
  });

  it("looks for a new path at once when the network has changed, and goes on", async () => {
    const [ann, bob] = pair();
    await connect(ann, bob);
    const before = ann.path;
    ann.client.networkChanged();
    await until("another path", () => ann.path !== undefined && ann.path !== before);
    await Promise.all([ann.gets(...FACE), bob.gets(...FACE)]);
    expect(ann.line.wakes).to.be.at.least(1);
  });

  it("fails, and says so, where the browser gives no connection", async () => {
    const ann = town.join("Ann", {
      connect: () => {
        throw new DOMException("too many", "OperationError");
      },
    });
    const bob = town.join("Bob");
    await ann.call(bob);
    await reads(ann, "Couldn't connect to Bob");
    await ann.isQuiet();
    await bob.call(ann);
    await reads(bob, "Couldn't connect to Ann");
  });
});

describe("a voice call", () => {
  it("opens no camera on either side; one can be switched on later", async () => {
    const [ann, bob] = pair();
    await ann.call(bob, false);
    await bob.rings(ann);
    expect(bob.state.call).to.include({ phase: "ringing", video: false });
    await accept(bob, ann, false);
    await Promise.all([ann.gets(...VOICE), bob.gets(...VOICE)]);
    for (const { devices } of [ann, bob]) expect(devices.live.map(({ kind }) => kind)).to.deep.equal(["audio"]);
    bob.want({ type: "camera", off: false });
    await ann.gets(...FACE);
    expect(await bob.frames()).to.equal(0);
  });
});

describe("do not disturb", () => {
  const prefer = (person: Person, doNotDisturb: boolean) => person.want({ type: "prefer", wish: { doNotDisturb } });

  it("rings nowhere: the caller reads that they are busy, the callee of a missed call; until it is over", async () => {
    const [ann, bob] = pair();
    const phases: string[] = [];
    prefer(bob, true);
    await ann.sees(bob, "do-not-disturb");
    bob.client.store.subscribe(({ call }) => phases.push(call.phase));
    await ann.call(bob);
    await reads(ann, "Bob is busy");
    expect(missed(bob)).to.equal("Missed call from Ann");
    expect(phases).not.to.include("ringing");
    prefer(bob, false);
    await ann.sees(bob, "available");
    await connect(ann, bob);
  });

  it("is for others: whoever wants it calls, and is busy in that call", async () => {
    const [ann, bob] = pair();
    prefer(bob, true);
    await ann.sees(bob, "do-not-disturb");
    await connect(bob, ann);
    await bob.gets(...FACE);
    const cem = town.join("Cem");
    await cem.sees(bob, "busy");
    bob.want({ type: "hang-up" });
    await cem.sees(bob, "do-not-disturb");
  });

  it("stops what rings at that moment, and refuses what was waiting for their return", async () => {
    const [ann, bob] = pair();
    await ann.call(bob);
    await bob.rings(ann);
    prefer(bob, true);
    await reads(ann, "Bob is busy");
    expect(bob.phase).to.equal("idle");
    bob.line.cut();
    await ann.sees(bob, "away");
    await ann.call(bob);
    await ann.until("trying", ({ call }) => call.phase === "calling" && call.reach === "trying");
    const phases: string[] = [];
    bob.client.store.subscribe(({ call }) => phases.push(call.phase));
    bob.line.restore();
    await reads(ann, "Bob is busy");
    expect(missed(bob)).to.equal("2 missed calls from Ann");
    expect(phases).not.to.include("ringing");
  });
});

describe("recent calls", () => {
  it("say on both sides which way a call went, and how long it was, until they are cleared for good", async () => {
    const [ann, bob] = pair();
    await connect(ann, bob);
    ann.want({ type: "hang-up" });
    await reads(bob, "Ann hung up");
    const said = ({ state }: Person) => state.recents.map((call) => `${call.ended.peer.name}: ${summaryOf(call)}`);
    expect(said(ann).join()).to.match(/^Bob: Outgoing call, 0:\d\d$/);
    expect(said(bob).join()).to.match(/^Ann: Incoming call, 0:\d\d$/);
    ann.want({ type: "clear-recents" });
    expect(ann.state.recents).to.deep.equal([]);
    for (const person of [ann, bob]) person.reload();
    expect(ann.state.recents).to.deep.equal([]);
    expect(bob.state.recents.length).to.equal(1);
  });
});
