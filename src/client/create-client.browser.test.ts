/** The client as a whole: what it makes of what the server says, and what it keeps of its user in the browser. */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { all, one, textOf } from "./components/testing.ts";
import { loadSettings } from "./settings.ts";
import { MemoryStorage } from "./testing/memory-storage.ts";
import { pageOf } from "./testing/page-of.ts";
import { connect, FACE, type Person, stage, until } from "./testing/two-people.ts";

const town = stage();
const names = ({ state }: Person) => state.people.map(({ name }) => name).join();
const lists = (person: Person, ...expected: string[]) =>
  person.until(expected.join(), () => names(person) === expected.join());

describe("what the server says", () => {
  const OWN = "https://earshot.test";
  const NEXT = "https://192.168.1.31:3000";
  const addresses = (person: Person, ...all: string[]) =>
    person.line.deliver({ type: "addresses", data: { addresses: all } });
  const links = () => all("link").map((link) => (link as HTMLAnchorElement).href);

  it("about its addresses is known at once, and that this page's is gone until it is back", async () => {
    const ann = town.join("Ann");
    for (const [now, stranded] of [
      [[OWN], false],
      [[OWN, NEXT], false],
      [[NEXT], true],
      [[NEXT, OWN], false],
    ] as const) {
      addresses(ann, ...now);
      await ann.until(now.join(), (state) => state.addresses.join() === now.join());
      expect(ann.state.stranded).to.equal(stranded);
    }
    // Whoever finds the server gone later looks for it there.
    expect(loadSettings(() => ann.storage).addresses).to.deep.equal([NEXT, OWN]);
  });

  it("about its addresses disturbs no call; the next one is offered afterwards", async () => {
    const [ann, bob] = [town.join("Ann"), town.join("Bob")];
    addresses(ann, OWN);
    await connect(ann, bob);
    await pageOf(ann);
    addresses(ann, NEXT);
    await ann.until("its address gone", ({ stranded }) => stranded);
    await until("the call", () => all("button", "Mute").length === 1);
    one("button", "Mute").click();
    await until("a muted call", () => all("button", "Unmute").length === 1);
    await ann.gets(...FACE);
    expect(links()).to.deep.equal([]);
    one("button", "Hang up").click();
    await until("the next address", () => links().join() === `${NEXT}/`);
  });

  it("about names that look alike is shown with the code of each, as long as both are here", async () => {
    const [ann, bob] = [town.join("Ann"), town.join("Bob")];
    await lists(bob, "Ann");
    // With a Cyrillic А.
    const [mine, other] = [
      { id: ann.id, name: "Ann", protocol: 1, alike: true },
      { id: "other", name: "\u0410NN", protocol: 1, alike: true },
    ];
    for (const { line } of [ann, bob])
      line.deliver({ type: "peers", data: { peers: [{ ...mine, status: "available" }, other], gone: [] } });
    const marks = (page: Element) => textOf(page).match(/Similar name, code \w+/gu) ?? [];
    const page = await pageOf(bob);
    await until("two marks", () => new Set(marks(page)).size === 2);
    for (const { line } of [ann, bob])
      line.deliver({ type: "peers", data: { peers: [{ ...mine, alike: undefined }], gone: ["other"] } });
    await until("no mark", () => marks(page).length === 0);
    one("button", "Call Ann");
    page.remove();
    expect(ann.state.alike).to.equal(false);
  });

  it("about one's own name, that another looks like it, is told to its user until the other has gone", async () => {
    const ann = town.join("Ann");
    await ann.until("her id", ({ id }) => id === ann.id);
    const mine = { id: ann.id, name: "Ann", protocol: 1 };
    const page = await pageOf(ann);
    const told = () => textOf(page).includes("Somebody here has a name like yours.");
    const other = { id: "other", name: "\u0410NN", protocol: 1, alike: true };
    ann.line.deliver({ type: "peers", data: { peers: [{ ...mine, alike: true }, other], gone: [] } });
    await until("a word about the name", told);
    ann.line.deliver({ type: "peers", data: { peers: [mine], gone: ["other"] } });
    await until("no word about the name", () => !told());
  });

  it("about somebody who was called too often ends that call, and is read", async () => {
    const [ann, bob] = [town.join("Ann"), town.join("Bob")];
    town.signaling.loses = ({ type, data }) => {
      if (type !== "offer") return false;
      ann.line.deliver({ type: "error", data: { code: "too-fast", message: "wait", target: bob.id, call: data.call } });
      return true;
    };
    await ann.call(bob);
    await ann.isQuiet();
    expect(ann.notices).to.deep.equal(["You have called Bob many times. Wait a minute before you call again."]);
    expect(bob.state.call.phase).to.equal("idle");
  });
});

describe("what the browser keeps", () => {
  it("is who one is, also when the page is loaded anew", async () => {
    const [ann, bob] = [town.join("Ann"), town.join("Bob")];
    await lists(bob, "Ann");
    const before = loadSettings(() => ann.storage);
    expect(before).to.deep.include({ id: ann.id, token: ann.id, name: "Ann" });
    ann.leave();
    await lists(bob);
    // The server offers somebody new to every page.
    const again = town.join("Stranger", { storage: ann.storage });
    await lists(bob, "Ann");
    await lists(again, "Bob");
    expect(bob.state.people[0]?.id).to.equal(ann.id);
    expect(loadSettings(() => ann.storage)).to.deep.equal(before);
  });

  it("is the language that was chosen, whatever the browser speaks", async () => {
    const ann = town.join("Ann");
    expect(ann.state.preferences).to.include({ language: "en", languageChosen: false });
    ann.want({ type: "prefer", wish: { language: "fr" } });
    expect(ann.state.preferences).to.include({ language: "fr", languageChosen: true });
    expect(town.join("Ann", { storage: ann.storage }).state.preferences.language).to.equal("fr");
  });

  for (const garbage of [
    "{",
    "[]",
    "null",
    '{"name":7,"id":{},"token":[]}',
    '{"name":"\\u202e","id":"x","token":"wrong"}',
  ])
    it(`is a first visit where it is garbage: ${garbage}`, async () => {
      const bob = town.join("Bob");
      const storage = new MemoryStorage();
      storage.setItem("earshot", garbage);
      const ann = town.join("Ann", { storage });
      await pageOf(ann);
      await until("the question", () => all("textbox", "Your name").length === 1);
      const box = one("textbox", "Your name", HTMLInputElement);
      box.value = "Ann";
      box.dispatchEvent(new Event("input", { bubbles: true }));
      one("button", "Join").click();
      await lists(bob, "Ann");
      await lists(ann, "Bob");
      const { id, token } = loadSettings(() => storage);
      expect([id, token]).to.deep.equal([ann.id, ann.id]);
    });
});
