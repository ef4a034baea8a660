// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys, setViewport } from "@web/test-runner-commands";
import type { AppState } from "../state.ts";
import type { TalkLine, TextLine, Transfer } from "../talk-state.ts";
import { speakOfTalk } from "../words/talk/current.ts";
import { tellings } from "../words/telling.ts";
import type { EarshotConversation } from "./conversation.ts";
import "./in-talk.ts";
import type { EarshotLog } from "./log.ts";
import {
  all,
  asLaptop,
  asPhone,
  dress,
  accessibleInBothSchemes,
  listen,
  one,
  prefer,
  online,
  textOf,
  transfer,
} from "./testing.ts";
import { until } from "../testing/until.ts";

const now = Date.now();
let count = 0;
const text = (from: TextLine["from"], said: string, more: Partial<TextLine> = {}): TextLine => ({
  kind: "text",
  mid: `m${count++}`,
  from,
  at: now,
  text: said,
  ...more,
});

function talking(lines: readonly TalkLine[], more: Partial<AppState> = {}, typing = false): AppState {
  return { ...online, talks: [{ id: "ada", name: "Ada", lines, unread: 0, typing, trusted: false }], ...more };
}

describe("earshot-conversation", () => {
  before(dress);
  before(speakOfTalk);
  beforeEach(asLaptop);

  async function show(state: AppState = talking([])) {
    const element = await fixture<EarshotConversation>(
      html`<earshot-conversation peer="ada" .state=${state}></earshot-conversation>`,
    );
    const log = element.shadowRoot?.querySelector<EarshotLog>("earshot-log");
    const set = async (next: AppState) => {
      element.state = next;
      await element.updateComplete;
      await log?.updateComplete;
    };
    await log?.updateComplete;
    return { element, set };
  }
  const field = () => one("textbox", "Message", HTMLTextAreaElement);

  it("shows who wrote what, as text and nothing else, with its links", async () => {
    await show(
      talking([text("them", "<b>bold</b>\nnext"), text("me", "see https://example.com/a, or javascript:alert(1)")]),
    );
    one("region", "Conversation with Ada");
    const log = one("log", "Chat");
    expect(log.querySelector("b") === null).to.equal(true);
    expect([...log.querySelectorAll<HTMLElement>(".bubble")].map((each) => each.textContent)).to.deep.equal([
      "Ada: <b>bold</b>\nnext",
      "You: see https://example.com/a, or javascript:alert(1)",
    ]);
    expect(log.querySelector<HTMLElement>(".bubble")?.innerText).to.contain("\nnext");
    const links = [...log.querySelectorAll("a")];
    expect(links.map(({ href, rel, target }) => [href, rel, target])).to.deep.equal([
      ["https://example.com/a", "noopener noreferrer nofollow", "_blank"],
    ]);
  });

  it("fetches and runs nothing that somebody wrote", async () => {
    const { title } = document;
    const texts = [
      "<img src=fetched.png onerror=\"document.title='it ran'\">",
      "<script src=fetched.js></script><script>document.title='it ran'</script>",
      "<a href=\"javascript:document.title='it ran'\">touch me</a> <b>bold</b> <iframe src=fetched.html></iframe>",
      "javascript:document.title='it ran' data:text/html,<script>1</script> ${document.title} {{1}} &lt;b&gt;",
      "See https://example.org/a?b=c for more",
    ];
    await show(talking(texts.flatMap((said) => [text("them", said), text("me", said)])));
    const log = one("log", "Chat");
    const written = [...log.querySelectorAll<HTMLElement>(".bubble")].map((each) => each.textContent);
    expect(written).to.deep.equal(texts.flatMap((said) => [`Ada: ${said}`, `You: ${said}`]));
    expect(log.querySelectorAll("img, script, iframe, b").length).to.equal(0);
    // None but that one can be followed.
    const links = [...log.querySelectorAll("a")].map(({ href, rel }) => [href, rel.includes("noopener")]);
    expect(links).to.deep.equal(Array.from({ length: 2 }, () => ["https://example.org/a?b=c", true]));
    // Whatever was begun has begun after a frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    expect(performance.getEntriesByType("resource").filter(({ name }) => name.includes("fetched"))).to.deep.equal([]);
    expect(document.title).to.equal(title);
  });

  it("says where the user's own words are, and lets them be sent again", async () => {
    const said = listen();
    const lines = [
      text("me", "a", { delivery: "delivered", at: now - 120_000 }),
      text("me", "b", { delivery: "sending" }),
      text("me", "c", { delivery: "failed", why: "gone", mid: "lost" }),
    ];
    const { set } = await show(talking(lines));
    const log = one("log", "Chat");
    expect(textOf(log)).to.contain("Delivered").and.to.contain("Sending");
    expect(textOf(log)).to.contain("Not delivered Ada was not here.");
    one("button", "Try again").click();
    expect(said.at(-1)).to.deep.equal({ type: "say-again", peer: "ada", mid: "lost" });
    await set(talking(lines, { people: [{ id: "ada", name: "Ada", status: "away", protocol: 1 }] }));
    expect(textOf(log)).to.contain("Kept for Ada for 10 minutes");
  });

  it("sends with Enter and with its button, keeps line breaks, and tells that one types", async () => {
    const said = listen();
    await show();
    await until(() => (field().getRootNode() as ShadowRoot).activeElement === field());
    await sendKeys({ press: "Enter" });
    await sendKeys({ type: "one" });
    await sendKeys({ down: "Shift" });
    await sendKeys({ press: "Enter" });
    await sendKeys({ up: "Shift" });
    await sendKeys({ type: "two" });
    await sendKeys({ press: "Enter" });
    await until(() => field().value === "");
    await sendKeys({ type: "Again" });
    one("button", "Send").click();
    const sent = said.filter(({ type }) => type === "say");
    expect(sent).to.deep.equal([
      { type: "say", peer: "ada", text: "one\ntwo" },
      { type: "say", peer: "ada", text: "Again" },
    ]);
    expect(said.some(({ type }) => type === "typing")).to.equal(true);
  });

  it("keeps what was written where it cannot be sent, and what was begun when one comes back", async () => {
    const stopped = new AbortController();
    document.addEventListener("intent", (event) => event.preventDefault(), { signal: stopped.signal });
    const { element } = await show();
    field().value = "Hello";
    field().dispatchEvent(new Event("input"));
    one("button", "Send").click();
    await until(() => textOf(element).includes("Your message was not sent"));
    expect(field().value).to.equal("Hello");
    stopped.abort();
    element.remove();
    await show();
    expect(field().value).to.equal("Hello");
    field().value = "";
    field().dispatchEvent(new Event("input"));
  });
  it("says by how much a text is too long, before it is sent", async () => {
    const { element } = await show();
    field().value = "a".repeat(16 * 1024 + 3);
    field().dispatchEvent(new Event("input"));
    await until(() => textOf(element).includes("3 characters too long"));
    expect(one("button", "Send", HTMLButtonElement).disabled).to.equal(true);
    field().value = "";
    field().dispatchEvent(new Event("input"));
  });

  it("leaves the Enter that ends a composition to it", async () => {
    const said = listen();
    await show();
    field().value = "にほん";
    field().dispatchEvent(new Event("input"));
    field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, cancelable: true }));
    expect(said.filter(({ type }) => type === "say")).to.deep.equal([]);
    field().value = "";
    field().dispatchEvent(new Event("input"));
  });

  it("opens with 500 lines at their end, renders the earlier ones as one goes up, and stays where one reads", async () => {
    const lines = Array.from({ length: 500 }, (_, index) =>
      text(index % 3 ? "them" : "me", `line ${index}`, { at: now - index }),
    );
    const { set } = await show(talking(lines));
    const log = one("log", "Chat");
    await until(() => log.scrollTop + log.clientHeight >= log.scrollHeight - 1);
    expect(log.querySelectorAll(".line").length).to.be.lessThan(100);
    const newest = text("them", "the newest");
    await set(talking([...lines, newest]));
    await until(() => log.scrollTop + log.clientHeight >= log.scrollHeight - 1);

    log.scrollTop = 300;
    await until(() => log.querySelectorAll(".line").length > 100);
    const top = log.scrollTop;
    expect(top).to.be.greaterThan(300);
    await set(talking([...lines, newest, text("them", "and one more")]));
    await until(() => all("button", "1 new message").length === 1);
    expect(Math.abs(log.scrollTop - top)).to.be.lessThan(2);
    all("button")
      .find((button) => /new message/.test(textOf(button)))
      ?.click();
    await until(() => log.scrollTop + log.clientHeight >= log.scrollHeight - 1);
    expect(textOf(log)).to.contain("and one more");
  });

  it("folds what is long, and shows all of it when asked to", async () => {
    await show(talking([text("them", `${"word ".repeat(1_000)}end`)]));
    const log = one("log", "Chat");
    expect(textOf(log)).not.to.contain("end");
    one("button", "Show all").click();
    await until(() => textOf(log).includes("end"));
    one("button", "Show less").click();
    await until(() => !textOf(log).includes("end"));
  });

  it("shows Arabic from the right, and emoji alone large", async () => {
    await show(talking([text("them", "مرحبا"), text("them", "👍"), text("them", "ok")]));
    const [arabic, emoji, plain] = [...one("log", "Chat").querySelectorAll<HTMLElement>(".bubble > [dir]")];
    const size = (element?: HTMLElement) => parseFloat(getComputedStyle(element as HTMLElement).fontSize);
    expect(getComputedStyle(arabic as HTMLElement).direction).to.equal("rtl");
    expect(size(emoji)).to.be.greaterThan(size(plain) * 2);
  });

  it("wraps words that are too long, at every width", async () => {
    const { element } = await show(
      talking([text("them", "a".repeat(500)), text("me", `https://example.com/${"b".repeat(400)}`)]),
    );
    for (const width of [320, 740, 1280, 3840]) {
      await setViewport({ width, height: 700 });
      const log = one("log", "Chat");
      expect(log.scrollWidth, String(width)).to.be.at.most(log.clientWidth);
      expect(element.getBoundingClientRect().right, String(width)).to.be.at.most(width + 1);
    }
  });

  it("says when the other is not here, and why nothing can be written", async () => {
    const { element } = await show(talking([text("them", "bye")], { people: [] }));
    expect(field().disabled).to.equal(true);
    expect(textOf(element)).to.contain("Ada is not here now");
    expect(all("button", "Call Ada")).to.have.length(0);
  });

  it("says that they are typing", async () => {
    const { set } = await show();
    const status = one("status");
    expect(textOf(status)).to.equal("");
    await set(talking([], {}, true));
    expect(textOf(status)).to.equal("Ada is typing");
  });

  it("calls, blocks, and clears with two taps", async () => {
    const said = listen();
    const { element } = await show(talking([text("them", "hi")]));
    one("button", "Call Ada").click();
    one("button", "Voice call with Ada").click();
    one("button", "More about Ada").click();
    await element.updateComplete;
    one("button", "Block Ada").click();
    one("button", "Clear conversation").click();
    await element.updateComplete;
    expect(said.some(({ type }) => type === "clear-conversation")).to.equal(false);
    one("button", "Clear it? Nothing brings it back").click();
    expect(said.filter(({ type }) => type !== "reading")).to.deep.equal([
      { type: "dial", peer: "ada", video: true },
      { type: "dial", peer: "ada", video: false },
      { type: "block", person: { id: "ada", name: "Ada" } },
      { type: "clear-conversation", peer: "ada" },
    ]);
  });

  it("says that it is read while it is on the screen, closes with Escape, and gives the focus back", async () => {
    const said = listen();
    const opener = await fixture<HTMLButtonElement>(html`<button>Write</button>`);
    opener.focus();
    const { element } = await show();
    await until(() => document.activeElement === element);
    await sendKeys({ press: "Escape" });
    element.remove();
    expect(said).to.deep.equal([
      { type: "reading", peer: "ada", on: true },
      { type: "close-conversation" },
      { type: "reading", peer: "ada", on: false },
    ]);
    expect(document.activeElement === opener).to.equal(true);
  });

  it("shows what is about to be sent, lets it be taken away, and sends it", async () => {
    const said = listen();
    const { element } = await show();
    const [photo, plan] = [new File(["x"], "photo.png", { type: "image/png" }), new File(["yy"], "plan.pdf")];
    const data = new DataTransfer();
    data.items.add(photo);
    data.items.add(plan);
    field().dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    await until(() => all("list", "To be sent").length === 1);
    await until(() => one("list", "To be sent").querySelector("img"));
    one("button", "Remove plan.pdf").click();
    await until(() => all("button", "Remove plan.pdf").length === 0);
    one("button", "Send").click();
    expect(said.filter(({ type }) => type === "send-files")).to.deep.equal([
      { type: "send-files", peer: "ada", files: [photo] },
    ]);
    await element.updateComplete;
    await until(() => all("list", "To be sent").length === 0);
  });

  it("offers no files, and takes none, where the browser makes no connections", async () => {
    const offer = transfer({ mid: "t0", obstacle: { why: "browser" } });
    const line: TalkLine = { kind: "files", mid: "t0", from: "them", at: now, files: offer.files };
    const { element, set } = await show(talking([line], { transfers: new Map([["t0", offer]]) }));
    expect([all("button", "Attach").length, element.takesFiles]).to.deep.equal([1, true]);
    await set({ ...element.state, noWebRTC: true });
    await until(() => all("button", "Attach").length === 0);
    expect(element.takesFiles).to.equal(false);
    expect(textOf(one("log", "Chat"))).to.contain(tellings.en.noFilesHere);
    expect(all("button", "Accept files").length).to.equal(0);
    one("button", "Decline files");
  });

  it("shows files in every state, accessibly, on phone and laptop, in both schemes", async () => {
    const blob = URL.createObjectURL(
      new Blob(["<svg xmlns='http://www.w3.org/2000/svg'/>"], { type: "image/svg+xml" }),
    );
    const states: Partial<Transfer>[] = [
      { limit: 256_000_000 },
      { obstacle: { why: "memory", limit: 256_000_000 } },
      { obstacle: { why: "browser" } },
      { direction: "outgoing", shown: true },
      { phase: "waiting" },
      { phase: "moving", moved: 40_000_000, speed: 12_000_000, left: 90_000 },
      { phase: "paused", moved: 40_000_000 },
      { phase: "over", outcome: "corrupt", direction: "outgoing" },
      {
        phase: "over",
        outcome: "done",
        files: transfer().files.map((file, index) => ({
          ...file,
          whole: true,
          url: blob,
          ...(index === 0 && { thumbnail: blob }),
        })),
      },
    ];
    const transfers = new Map(states.map((more, index) => [`t${index}`, transfer({ ...more, mid: `t${index}` })]));
    const lines = [...transfers.values()].map(({ mid, files, direction }): TalkLine => {
      return { kind: "files", mid, from: direction === "outgoing" ? "me" : "them", at: now, files };
    });
    const history: TalkLine = { kind: "files", mid: "old", from: "them", at: now - 1e9, files: transfer().files };
    const said = [
      history,
      text("them", "Hi", { at: now - 1e8 }),
      text("me", "Hello", { delivery: "delivered" }),
      text("me", "?", { delivery: "failed", why: "late" }),
    ];
    for (const size of [asPhone, asLaptop]) {
      await size();
      const { element } = await show(talking([...said, ...lines], { transfers }));
      await accessibleInBothSchemes(element);
      element.remove();
    }
    await prefer({ forcedColors: "active" });
    expect(matchMedia("(forced-colors: active)").matches).to.equal(true);
    const { element } = await show(talking([...said, ...lines], { transfers }));
    await expect(element).to.be.accessible();
    URL.revokeObjectURL(blob);
  });
});
