// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { TextLine } from "../talk-state.ts";
import type { EarshotChat } from "./chat.ts";
import "./chat.ts";
import { dress, inBothSchemes, listen, one, textOf } from "./testing.ts";

const line = (from: TextLine["from"], text: string): TextLine => ({ kind: "text", mid: text, from, text, at: 0 });

describe("earshot-chat", () => {
  before(dress);

  const show = (lines: readonly TextLine[] = []) =>
    fixture<EarshotChat>(html`<earshot-chat name="Ada" .lines=${lines}></earshot-chat>`);

  it("shows who wrote what, as text and nothing else", async () => {
    await show([line("them", "<b>bold</b>\nnext"), line("me", "ok")]);
    const log = one("log", "Chat");
    expect(log.querySelector("b") === null).to.equal(true);
    expect([...log.querySelectorAll<HTMLElement>("p")].map((each) => each.textContent)).to.deep.equal([
      "Ada: <b>bold</b>\nnext",
      "You: ok",
    ]);
    expect(log.querySelector("p")?.innerText).to.contain("\nnext");
  });

  it("wraps words that are too long for a line", async () => {
    const element = await show([line("them", "a".repeat(500))]);
    element.style.setProperty("width", "300px");
    const log = one("log", "Chat");
    expect(log.scrollWidth).to.be.at.most(log.clientWidth);
  });

  it("sends with Enter and with its button, and empties the field", async () => {
    const said = listen();
    await show();
    const field = one("textbox", "Message", HTMLTextAreaElement);
    field.focus();
    await sendKeys({ type: "Hello" });
    await sendKeys({ press: "Enter" });
    expect(said).to.deep.equal([{ type: "say", peer: "", text: "Hello" }]);
    expect(field.value).to.equal("");
    await sendKeys({ type: "Again" });
    one("button", "Send").click();
    expect(said[1]).to.deep.equal({ type: "say", peer: "", text: "Again" });
  });

  it("keeps line breaks, and sends no empty line", async () => {
    const said = listen();
    await show();
    const field = one("textbox", "Message", HTMLTextAreaElement);
    field.focus();
    await sendKeys({ press: "Enter" });
    await sendKeys({ type: "one" });
    await sendKeys({ down: "Shift" });
    await sendKeys({ press: "Enter" });
    await sendKeys({ up: "Shift" });
    await sendKeys({ type: "two" });
    await sendKeys({ press: "Enter" });
    expect(said).to.deep.equal([{ type: "say", peer: "", text: "one\ntwo" }]);
  });

  it("leaves the Enter that ends a composition to it", async () => {
    const said = listen();
    await show();
    const field = one("textbox", "Message", HTMLTextAreaElement);
    field.value = "にほん";
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, cancelable: true }));
    expect(said).to.deep.equal([]);
  });

  it("follows the newest line", async () => {
    const element = await show(Array.from({ length: 50 }, (_, index) => line("them", `line ${index}`)));
    element.style.setProperty("height", "300px");
    element.lines = [...element.lines, line("them", "the newest")];
    await element.updateComplete;
    const log = one("log", "Chat");
    expect(log.scrollHeight).to.be.greaterThan(log.clientHeight);
    expect(log.scrollTop + log.clientHeight).to.be.closeTo(log.scrollHeight, 1);
  });

  it("says where the words go while there are none, and can be put away", async () => {
    const element = await show();
    expect(textOf(element)).to.contain("goes to Ada alone");
    let closed = 0;
    element.addEventListener("close", () => closed++);
    one("button", "Close").click();
    expect(closed).to.equal(1);
  });

  it("is accessible in both schemes", async () => {
    const element = await show([line("them", "Hi"), line("me", "Hello")]);
    await inBothSchemes(() => expect(element).to.be.accessible() as unknown as Promise<void>);
  });
});
