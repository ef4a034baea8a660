/** A browser that makes no connections: it can write, and neither call nor hand files over, and says so. */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { summaryOf } from "./sentences.ts";
import { type Person, stage } from "./testing/two-people.ts";
import { english } from "./words/english.ts";
import { tellings } from "./words/telling.ts";

const town = stage();

/** Ann can call, Bob cannot; each sees the other. */
async function pair(): Promise<[ann: Person, bob: Person]> {
  const [ann, bob] = [town.join("Ann"), town.join("Bob", { noWebRTC: true })];
  await ann.until("Bob in the list", ({ people }) => people.length === 1);
  await bob.until("Ann in the list", ({ people }) => people.length === 1);
  return [ann, bob];
}

const relayed = (): string[] => town.signaling.relayed.map(({ type }) => type);

describe("a browser without WebRTC", () => {
  it("calls nobody: it says so at once, asks for no camera, and tells nobody", async () => {
    const [ann, bob] = await pair();
    await bob.call(ann);
    expect(bob.notices).to.deep.equal([english.endings.failed["this-browser"]("Ann")]);
    expect([bob.phase, bob.devices.tracks, bob.state.recents, relayed()]).to.deep.equal(["idle", [], [], []]);
    expect(ann.notices).to.deep.equal([]);
  });

  it("is called: nothing rings, and both read why they are not connected", async () => {
    const [ann, bob] = await pair();
    const phases = new Set<string>();
    bob.client.store.subscribe(({ call }) => phases.add(call.phase));
    await ann.call(bob);
    await ann.until("the end", ({ notice }) => notice !== undefined);
    await Promise.all([ann.isQuiet(), bob.isQuiet()]);
    expect(ann.notices).to.deep.equal([english.endings.failed["their-browser"]("Bob")]);
    expect(bob.notices).to.deep.equal([english.endings.failed["this-browser"]("Ann")]);
    expect([...phases]).to.deep.equal(["idle"]);
    expect(relayed()).not.to.include("ringing");
    for (const { state } of [ann, bob]) expect(state.recents.map(summaryOf)).to.deep.equal(["Couldn't connect"]);
  });

  it("hands no files over, and does not pretend to", async () => {
    const [ann, bob] = await pair();
    // What is to be sent is loaded only when it is first needed.
    bob.want({ type: "send-files", peer: ann.id, files: [new File(["?"], "a.txt")] });
    await bob.until("a sentence", ({ notice }) => notice !== undefined);
    expect(bob.notices).to.deep.equal([tellings.en.noFilesHere]);
    expect(bob.want({ type: "send-files", peer: ann.id, files: [new File(["?"], "b.txt")] })).to.equal(false);
    expect(relayed()).not.to.include("files");
  });

  it("is offered files: it cannot accept them, says why, and may decline", async () => {
    const [ann, bob] = await pair();
    ann.want({ type: "send-files", peer: bob.id, files: [new File(["?"], "a.png", { type: "image/png" })] });
    await bob.until("an offer that is an obstacle", ({ transfers }) =>
      [...transfers.values()].some(({ obstacle }) => obstacle?.why === "browser"),
    );
    const [mid = ""] = [...bob.state.transfers.keys()];
    bob.want({ type: "answer-files", mid, accept: true });
    await bob.until("the offer, still", ({ transfers }) => transfers.get(mid)?.phase === "offered");
    expect(relayed()).not.to.include("files-answer");
    bob.want({ type: "answer-files", mid, accept: false });
    await ann.until("the refusal", ({ transfers }) => transfers.get(mid)?.outcome === "declined");
  });
});
