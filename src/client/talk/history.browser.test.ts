// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { deleteDB, openDB } from "idb";
import { REACTION } from "../../../scripts/timeouts.mjs";
import { type Book, changed, edited, forgotten, MOST_PEOPLE, written } from "./book.ts";
import { BrowserHistory } from "./history.ts";
import { changesBetween } from "./stored.ts";
import type { TextLine } from "../talk-state.ts";

const NAME = "earshot-test";
const ada = { id: "ada", name: "Ada" };
const bo = { id: "bo", name: "Bo" };

const text = (mid: string, more: Partial<TextLine> = {}): TextLine => ({
  kind: "text",
  mid,
  from: "them",
  at: 1,
  text: mid,
  ...more,
});

let history: BrowserHistory;
let book: Book;

async function keep(next: Book): Promise<void> {
  await history.write(changesBetween(book, next));
  book = next;
}

const mids = async (peer: string, of = history): Promise<string[]> => (await of.lines(peer)).map(({ mid }) => mid);

/** The promise comes true while somebody waits for it: not for ever. */
function soon<T>(promise: Promise<T>): Promise<T | "never"> {
  return Promise.race([promise, new Promise<"never">((resolve) => setTimeout(() => resolve("never"), REACTION))]);
}

describe("the history", () => {
  beforeEach(async () => {
    await deleteDB(NAME);
    history = new BrowserHistory(NAME);
    book = [];
  });
  afterEach(() => deleteDB(NAME));

  it("gives back what was kept, in its order, of each person alone", async () => {
    await keep(written(written([], ada, text("z"), 10), ada, text("a", { from: "me", delivery: "sending" }), 20));
    await keep(written(book, bo, text("m"), 30));
    await keep(edited(book, "ada", { trusted: true, unread: 2 }));
    const { people, sending } = await new BrowserHistory(NAME).load();
    expect(people.map(({ person: { id, unread, trusted } }) => ({ id, unread, trusted }))).to.deep.equal([
      { id: "bo", unread: 0, trusted: false },
      { id: "ada", unread: 2, trusted: true },
    ]);
    expect(people[1]?.mids).to.deep.equal(["z", "a"]);
    expect(people[1]?.last?.mid).to.equal("a");
    expect(sending.map(({ mid, peer }) => `${peer} ${mid}`)).to.deep.equal(["ada a"]);
    expect(await mids("ada")).to.deep.equal(["z", "a"]);
    expect(await mids("a")).to.deep.equal([]);
  });

  it("knows what is on its way, and no longer when it is delivered", async () => {
    await keep(written([], ada, text("a", { from: "me", delivery: "sending" }), 20));
    await keep(changed<TextLine & { order: number }>(book, "ada", "a", { delivery: "delivered" }));
    expect((await history.load()).sending).to.deep.equal([]);
    expect(await history.lines("ada")).to.deep.include.members([
      { ...text("a", { from: "me", delivery: "delivered" }), peer: "ada", order: 20 },
    ]);
  });

  it("forgets a line, and a person with all lines, and nobody else's", async () => {
    await keep(
      written(written(written([], ada, text("1"), 10), ada, text("2"), 20), { id: "adam", name: "" }, text("3"), 30),
    );
    await keep(forgotten(book, "ada", "1"));
    expect(await mids("ada")).to.deep.equal(["2"]);
    await keep(book.filter(({ id }) => id !== "ada"));
    expect(await mids("ada")).to.deep.equal([]);
    expect(await mids("adam")).to.deep.equal(["3"]);
    expect((await history.load()).people).to.have.length(1);
  });

  it("gives the latest people, however many there are", async () => {
    let next: Book = [];
    for (let n = 0; n < MOST_PEOPLE + 5; n++) next = written(next, { id: `p${n}`, name: "" }, text(`m${n}`), 10 + n);
    await keep(next);
    const { people } = await history.load();
    expect([people.length, people[0]?.person.id]).to.deep.equal([MOST_PEOPLE, `p${MOST_PEOPLE + 4}`]);
  });

  it("leaves out what somebody else has put there", async () => {
    await keep(written([], ada, text("1"), 10));
    const db = await openDB(NAME);
    await db.put("lines", { peer: "ada", mid: "2", order: 30, kind: "text", text: 4 });
    await db.put("people", { id: "bo", name: 5 });
    db.close();
    expect(await mids("ada")).to.deep.equal(["1"]);
    expect((await history.load()).people.map(({ person }) => person.id)).to.deep.equal(["ada"]);
  });

  it("stands in the way of no other page: of one that deletes it, or brings a newer version; and does not begin it anew", async () => {
    await keep(written([], ada, text("1"), 10));
    const other = new BrowserHistory(NAME);
    expect(await mids("ada", other)).to.deep.equal(["1"]);
    expect(await soon(deleteDB(NAME).then(() => "deleted"))).to.equal("deleted");
    await keep(written(book, ada, text("2"), 20));
    expect((await indexedDB.databases()).some(({ name }) => name === NAME)).to.equal(false);
    const newer = await soon(openDB(NAME, 2));
    expect(newer).not.to.equal("never");
    if (newer !== "never") newer.close();
    let refused = false;
    await new BrowserHistory(NAME).load().catch(() => (refused = true));
    expect(refused).to.equal(true);
  });
});
