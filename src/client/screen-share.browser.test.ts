/** Screens in calls of two people in one page, beside their faces. */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { connect, FACE, type Person, SCREEN, stage } from "./testing/two-people.ts";

const town = stage();

interface Screens {
  own: boolean;
  theirs: boolean;
  sharing: boolean;
}

/** What the state of this page says of the screens. */
function screens({ state: { media, theirs } }: Person): Screens {
  return { own: media.ownScreen !== undefined, theirs: media.theirScreen !== undefined, sharing: theirs.sharing };
}

function shown(person: Person, wanted: Partial<Screens>): Promise<void> {
  return person.until(JSON.stringify(wanted), () => {
    const now = screens(person);
    return Object.entries(wanted).every(([key, value]) => now[key as keyof Screens] === value);
  });
}

const share = (person: Person, on: boolean) => person.want({ type: "share-screen", on });

async function inCall(): Promise<[Person, Person]> {
  const [ann, bob] = [town.join("Ann"), town.join("Bob")];
  await connect(ann, bob);
  await Promise.all([ann.gets(...FACE), bob.gets(...FACE)]);
  return [ann, bob];
}

describe("a shared screen", () => {
  it("arrives beside the face, from both at once, stops, comes again, and leaves nothing open", async () => {
    const [ann, bob] = await inCall();
    share(ann, true);
    share(bob, true);
    await Promise.all([ann, bob].map((person) => person.gets(...FACE, ...SCREEN)));
    await Promise.all([ann, bob].map((person) => shown(person, { own: true, theirs: true, sharing: true })));
    share(ann, false);
    await shown(bob, { own: true, theirs: false, sharing: false });
    await Promise.all([bob.gets(...FACE), ann.gets(...FACE, ...SCREEN)]);
    share(ann, true);
    await Promise.all([shown(bob, { theirs: true }), bob.gets(...FACE, ...SCREEN)]);
    // In the middle of it.
    bob.want({ type: "hang-up" });
    await ann.until("the end", ({ notice }) => notice === "Bob hung up");
    for (const person of [ann, bob]) {
      await person.isQuiet();
      expect(screens(person)).to.include({ own: false, theirs: false });
    }
  });

  it("of the one who was called is noticed to end in the browser's own bar", async () => {
    const [ann, bob] = await inCall();
    share(bob, true);
    await shown(ann, { theirs: true });
    await ann.gets(...FACE, ...SCREEN);
    bob.devices.take(bob.devices.live.find((track) => track instanceof CanvasCaptureMediaStreamTrack));
    await Promise.all([shown(bob, { own: false }), shown(ann, { theirs: false })]);
    await ann.gets(...FACE);
  });

  it("goes on while a new path is looked for, without the server", async () => {
    const [ann, bob] = await inCall();
    share(ann, true);
    await bob.gets(...FACE, ...SCREEN);
    const before = [ann.path, bob.path];
    for (const person of [ann, bob]) person.line.cut();
    const relayed = town.signaling.relayed.length;
    for (const person of [ann, bob]) person.client.networkChanged();
    share(bob, true);
    await Promise.all([ann, bob].map((person, at) => person.until("a new path", () => person.path !== before[at])));
    await Promise.all([ann, bob].map((person) => person.gets(...FACE, ...SCREEN)));
    await Promise.all([ann, bob].map((person) => shown(person, { theirs: true })));
    expect(town.signaling.relayed.length).to.equal(relayed);
  });
});
