/** Words and files between people in one page: by the signaling, by the channel of a call, and kept by the browser. */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import type { Talk, TextLine } from "../talk-state.ts";
import { connect, FACE, type Person, type PersonOptions, stage, until } from "../testing/two-people.ts";

const town = stage();

/** Ann and Bob, who see each other. */
async function pair(options?: PersonOptions): Promise<[Person, Person]> {
  const [ann, bob] = [town.join("Ann", options), town.join("Bob", options)];
  await Promise.all([ann.sees(bob), bob.sees(ann)]);
  return [ann, bob];
}

const talk = ({ state }: Person, peer: Person): Talk | undefined => state.talks.find(({ id }) => id === peer.id);

const texts = (person: Person, peer: Person): TextLine[] =>
  talk(person, peer)?.lines?.filter((line) => line.kind === "text") ?? [];

/** Whether the conversation is on the screen of this person. */
const look = (person: Person, peer: Person, on = true) => person.want({ type: "reading", peer: peer.id, on });

const say = (person: Person, peer: Person, text: string) => person.want({ type: "say", peer: peer.id, text });

/** Waits until this person reads these texts, and no others, in the conversation. */
const reads = (person: Person, peer: Person, ...wanted: string[]) =>
  until(`${wanted.join(", ")} at ${person.name}`, () => {
    const said = texts(person, peer).map(({ text }) => text);
    return said.join("\n") === wanted.join("\n");
  });

const delivered = (person: Person, peer: Person, how: TextLine["delivery"] = "delivered") =>
  until(`${how} at ${person.name}`, () => {
    const own = texts(person, peer).filter(({ from }) => from === "me");
    return own.length > 0 && own.every(({ delivery }) => delivery === how);
  });

const unread = (person: Person, peer: Person, count: number) =>
  until(`${count} unread at ${person.name}`, () => talk(person, peer)?.unread === count);

/** SHA-256, in hexadecimal. */
async function digestOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

describe("a text", () => {
  it("stays in the conversation over a reload, on both sides, and unread if it was", async () => {
    const [ann, bob] = await pair({ keeps: true });
    look(ann, bob);
    say(ann, bob, "Who has the ladder?");
    await delivered(ann, bob);
    look(bob, ann);
    say(bob, ann, "Cem");
    await reads(ann, bob, "Who has the ladder?", "Cem");
    look(bob, ann, false);
    say(ann, bob, "Since when?");
    await unread(bob, ann, 1);

    bob.reload();
    await unread(bob, ann, 1);
    look(bob, ann);
    await reads(bob, ann, "Who has the ladder?", "Cem", "Since when?");
    await unread(bob, ann, 0);
    ann.reload();
    look(ann, bob);
    await reads(ann, bob, "Who has the ladder?", "Cem", "Since when?");
    await delivered(ann, bob);
    // And it goes on.
    await ann.sees(bob);
    say(ann, bob, "Well?");
    await reads(bob, ann, "Who has the ladder?", "Cem", "Since when?", "Well?");
  });

  it("arrives when the other returns, though the server has forgotten it, and once", async () => {
    const [ann, bob] = await pair({ keeps: true });
    bob.line.cut();
    await ann.sees(bob, "away");
    look(ann, bob);
    say(ann, bob, "Still there?");
    await reads(ann, bob, "Still there?");
    expect(texts(ann, bob)[0]!.delivery).to.equal("sending");
    bob.reload();
    await delivered(ann, bob);
    await unread(bob, ann, 1);
    look(bob, ann);
    await reads(bob, ann, "Still there?");
  });

  it("to somebody who has left is not delivered, and is sent again when they are back", async () => {
    const [ann, bob] = await pair();
    look(ann, bob);
    bob.leave();
    await ann.until("nobody", ({ people }) => people.length === 0);
    // As by somebody who presses Send in the moment in which the other leaves.
    say(ann, bob, "Wait for me");
    await delivered(ann, bob, "failed");
    expect(texts(ann, bob)[0]!.why).to.equal("gone");
    const { mid } = texts(ann, bob)[0]!;
    const said = () => town.signaling.relayed.filter(({ type }) => type === "text").length;
    ann.want({ type: "say-again", peer: bob.id, mid });
    await until("another attempt", () => said() === 2);
    await delivered(ann, bob, "failed");

    bob.reload();
    await ann.sees(bob);
    ann.want({ type: "say-again", peer: bob.id, mid });
    await delivered(ann, bob);
    look(bob, ann);
    await reads(bob, ann, "Wait for me");
  });
});

describe("in a call", () => {
  it("words go by its channel, without the server, into the same conversation", async () => {
    const [ann, bob] = await pair();
    for (const [person, peer] of [
      [ann, bob],
      [bob, ann],
    ] as const)
      look(person, peer);
    say(ann, bob, "Before the call");
    await delivered(ann, bob);
    await connect(ann, bob);

    for (const { line } of [ann, bob]) line.cut();
    say(ann, bob, "In the call");
    await reads(bob, ann, "Before the call", "In the call");
    await delivered(ann, bob);
    bob.want({ type: "typing", peer: ann.id });
    await until("typing", () => talk(ann, bob)?.typing);
    say(bob, ann, "<b>Yes</b>");
    await reads(ann, bob, "Before the call", "In the call", "<b>Yes</b>");
    await delivered(bob, ann);
    expect(talk(ann, bob)?.typing).to.equal(false);

    for (const { line } of [ann, bob]) line.restore();
    await Promise.all([ann.sees(bob, "busy"), bob.sees(ann, "busy")]);
    ann.want({ type: "hang-up" });
    await Promise.all([ann.isQuiet(), bob.isQuiet()]);
    await reads(ann, bob, "Before the call", "In the call", "<b>Yes</b>");
    say(ann, bob, "After the call");
    await delivered(ann, bob);
    await reads(bob, ann, "Before the call", "In the call", "<b>Yes</b>", "After the call");
  });

  it("files go beside it without the server, and it goes on", async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    for (const { line } of [ann, bob]) line.cut();
    const sent = new File([crypto.getRandomValues(new Uint8Array(60_000)), new Uint8Array(1_000_000)], "plan.bin");
    ann.want({ type: "send-files", peer: bob.id, files: [sent] });
    await bob.until("an offer", ({ transfers }) => transfers.size === 1);
    const transfer = ({ state }: Person) => [...state.transfers.values()][0]!;
    bob.want({ type: "answer-files", mid: transfer(bob).mid, accept: true });
    await until("some of it", () => transfer(bob).moved > 0);
    await Promise.all([ann.gets(...FACE), bob.gets(...FACE)]);
    await until("all of it", () => [ann, bob].every((person) => transfer(person).outcome === "done"));
    expect(await digestOf(bob.saved[0]!)).to.equal(await digestOf(sent));
    await Promise.all([ann, bob].map((person) => until("one connection", () => person.open.length === 1)));
    await Promise.all([ann.gets(...FACE), bob.gets(...FACE)]);
    expect([ann.phase, bob.phase]).to.deep.equal(["connected", "connected"]);
  });
});
