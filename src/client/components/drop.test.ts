// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import type { AppState } from "../state.ts";
import { speakOfTalk } from "../words/talk/current.ts";
import type { EarshotConversation } from "./conversation.ts";
import "./directory.ts";
import type { EarshotDirectory } from "./directory.ts";
import type { EarshotDrop } from "./drop.ts";
import "./drop.ts";
import { asLaptop, connected, dress, accessibleInBothSchemes, listen, one, online, textOf } from "./testing.ts";
import { until } from "../testing/until.ts";

const plan = new File(["x"], "plan.pdf", { type: "application/pdf" });

/** What is held over the page. */
function carrying(...items: (File | string)[]): DataTransfer {
  const data = new DataTransfer();
  for (const item of items)
    if (typeof item === "string") data.items.add(item, "text/plain");
    else data.items.add(item);
  return data;
}

/** The same with a folder first, of which a script can only make what a browser would say. */
function withFolder(...files: File[]): DataTransfer {
  const data = carrying(new File([], "holiday"), ...files);
  const [first, ...rest] = [...data.items];
  if (!first) throw new Error("nothing in it");
  Object.defineProperty(first, "webkitGetAsEntry", { value: () => ({ isDirectory: true }) });
  Object.defineProperty(data, "items", { value: [first, ...rest] });
  return data;
}

/** True if the browser would do with it what it does by itself: open it in place of the page. */
function drag(type: "dragover" | "drop", over: Element, dataTransfer: DataTransfer): boolean {
  return over.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }));
}

describe("earshot-drop", () => {
  before(dress);
  before(speakOfTalk);
  beforeEach(asLaptop);

  async function show(state: AppState = online) {
    const drop = await fixture<EarshotDrop>(html`<earshot-drop .state=${state}></earshot-drop>`);
    const directory = await fixture<EarshotDirectory>(
      html`<earshot-directory .name=${"Grace"} .people=${state.people} connection="online"></earshot-directory>`,
    );
    const row = (name: string) => {
      const found = [...(directory.shadowRoot?.querySelectorAll("li") ?? [])].find((li) => textOf(li).includes(name));
      if (!found) throw new Error(`no row of ${name}`);
      return found;
    };
    const box = () => drop.shadowRoot?.querySelector<HTMLElement>(".over") ?? null;
    return { drop, row, box };
  }

  it("shows over a person's row to whom the files would go, and sends them there", async () => {
    const said = listen();
    const { drop, row, box } = await show();
    expect(drag("dragover", row("Ada"), carrying(plan))).to.equal(false);
    await drop.updateComplete;
    expect(box()?.textContent?.trim()).to.equal("Drop it here for Ada");
    const [shown, under] = [box(), row("Ada")].map((element) => element?.getBoundingClientRect());
    expect([shown?.left, shown?.top].map(Number)).to.deep.equal([under?.left, under?.top].map(Number));
    expect(Math.abs((shown?.width ?? 0) - (under?.width ?? 1))).to.be.lessThan(1);

    expect(drag("drop", row("Ada"), carrying(plan))).to.equal(false);
    await drop.updateComplete;
    expect(box() === null).to.equal(true);
    expect(said).to.deep.equal([
      { type: "open-conversation", peer: "ada" },
      { type: "send-files", peer: "ada", files: [plan] },
    ]);
  });

  it("takes them into an open conversation, too, and in a call without leading out of it", async () => {
    const said = listen();
    const state = { ...online, conversation: "ada", call: connected };
    const { drop, box } = await show(state);
    const conversation = await fixture<EarshotConversation>(
      html`<earshot-conversation peer="ada" calling .state=${state}></earshot-conversation>`,
    );
    drag("dragover", conversation, carrying(plan));
    await drop.updateComplete;
    expect(box()?.textContent).to.contain("for Ada");
    drag("drop", conversation, carrying(plan));
    expect(said.filter(({ type }) => type !== "reading")).to.deep.equal([
      { type: "send-files", peer: "ada", files: [plan] },
    ]);
  });

  it("does nothing elsewhere, nor with whom files cannot go to, and opens nothing in place of the page", async () => {
    const said = listen();
    const { drop, row, box } = await show();
    const copied = carrying(plan);
    // Cy's client is of the old protocol.
    for (const over of [document.body, row("Cy")]) {
      expect(drag("dragover", over, copied)).to.equal(false);
      await drop.updateComplete;
      expect(box() === null).to.equal(true);
      expect(drag("drop", over, copied)).to.equal(false);
    }
    expect(said).to.deep.equal([]);
  });

  it("leaves text to fields, and keeps it from everything else", async () => {
    const said = listen();
    const { row } = await show();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    expect(drag("drop", field, carrying("hello"))).to.equal(true);
    expect(drag("drop", row("Ada"), carrying("https://example.com"))).to.equal(false);
    expect(said).to.deep.equal([]);
  });

  it("forgets whom they were for when they are carried out of the window", async () => {
    const { drop, row, box } = await show();
    drag("dragover", row("Ada"), carrying(plan));
    await drop.updateComplete;
    // From one of the page's elements to another.
    document.body.dispatchEvent(new DragEvent("dragleave", { bubbles: true, relatedTarget: drop }));
    await drop.updateComplete;
    expect(box() === null).to.equal(false);
    window.dispatchEvent(new DragEvent("dragleave"));
    await drop.updateComplete;
    expect(box() === null).to.equal(true);
  });

  it("says that a folder cannot be sent, and sends the files beside it", async () => {
    const said = listen();
    const { drop, row } = await show();
    drag("drop", row("Ada"), withFolder());
    await drop.updateComplete;
    expect(textOf(drop)).to.contain("Folders cannot be sent as they are.");
    expect(said).to.deep.equal([]);
    drag("drop", row("Ada"), withFolder(plan));
    await drop.updateComplete;
    expect(textOf(drop)).to.contain("Folders cannot be sent as they are.");
    expect(said.at(-1)).to.deep.equal({ type: "send-files", peer: "ada", files: [plan] });
    drag("drop", row("Ada"), carrying(plan));
    await until(() => textOf(drop) === "");
  });

  it("is accessible with files above somebody, and with what went wrong, in both schemes", async () => {
    const { drop, row } = await show();
    drag("drop", row("Bo"), withFolder());
    drag("dragover", row("Ada"), carrying(plan));
    await drop.updateComplete;
    await accessibleInBothSchemes(drop);
    one("button", "Call Ada");
  });
});
