/** Words between two people, in a call and without one. */
import { describe, expect, it } from "vitest";
import { canGoDeaf, canSleep, goDeaf, putAway } from "./asleep.ts";
import { GRACE } from "../../src/server/directory.ts";
import { stage } from "./earshot.ts";
import type { OpenOptions, Person } from "./person.ts";
import { close, conversation, field, log, open, reads, title, write } from "./writing.ts";

const { server, join } = stage();

/** Ann and Bob, who see each other. */
async function pair(options?: OpenOptions): Promise<[Person, Person]> {
  const ann = await join("Ann");
  const bob = await join("Bob", options);
  await ann.button("Write to Bob").waitFor();
  await bob.button("Write to Ann").waitFor();
  return [ann, bob];
}

describe("a text", () => {
  it("goes to who is here, is counted until it is read, and is answered", async () => {
    const [ann, bob] = await pair();
    await open(ann, "Bob");
    await write(ann, "Supper is ready.\nBring the bread?");
    await bob.button("Write to Ann, 1 unread").waitFor();
    await title(bob, "(1) Earshot");
    await reads(ann, /Supper is ready.*Delivered/u);
    await write(ann, "And a knife");
    await bob.button("Write to Ann, 2 unread").waitFor();
    await title(bob, "(2) Earshot");

    await open(bob, "Ann", 2);
    await reads(bob, /Supper is ready.*And a knife/u);
    expect(await log(bob).getByText("Supper is ready.").innerText()).toContain("ready.\nBring");
    await title(bob, "Earshot");
    await write(bob, "On my way");
    // Whoever looks at it has read it.
    await reads(ann, /And a knife.*On my way/u);
    await reads(bob, /On my way.*Delivered/u);
    await title(ann, "Earshot");

    await close(bob, "Ann");
    await bob.button("Write to Ann").waitFor();
    await write(ann, "Thank you");
    await bob.button("Write to Ann, 1 unread").waitFor();
  });

  it("is announced while it is being typed, and for no longer", async () => {
    const [ann, bob] = await pair();
    await open(bob, "Ann");
    await open(ann, "Bob");
    await field(ann).pressSequentially("Hel");
    await bob.status("Ann is typing").waitFor();
    await ann.button("Send").click();
    await reads(bob, /Hel/u);
    await bob.status("Ann is typing").waitFor({ state: "detached" });
    await field(ann).pressSequentially("lo");
    await bob.status("Ann is typing").waitFor();
    // She stops, and sends nothing.
    await bob.status("Ann is typing").waitFor({ state: "detached" });
  });

  it("stays in the conversation over a reload, on both sides, and unread if it was", async () => {
    const [ann, bob] = await pair();
    await open(ann, "Bob");
    await write(ann, "Who has the ladder?");
    await reads(ann, /ladder.*Delivered/u);
    await open(bob, "Ann", 1);
    await write(bob, "Cem");
    await reads(ann, /Cem/u);
    await close(bob, "Ann");
    await write(ann, "Since when?");
    await bob.button("Write to Ann, 1 unread").waitFor();

    await bob.page.reload();
    await title(bob, "(1) Earshot");
    await open(bob, "Ann", 1);
    await reads(bob, /Who has the ladder\?.*Cem.*Since when\?/u);
    await ann.page.reload();
    await open(ann, "Bob");
    await reads(ann, /Who has the ladder\?.*Cem.*Since when\?.*Delivered/u);
    // And it goes on.
    await write(ann, "Well?");
    await reads(bob, /Since when\?.*Well\?/u);
  });

  it("that looks like markup or a script is what somebody wrote: nothing is fetched, and nothing runs", async () => {
    const [ann, bob] = await pair();
    const asked: string[] = [];
    for (const { page } of [ann, bob]) page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await open(ann, "Bob");
    await open(bob, "Ann");
    const texts = [
      "<img src=fetched.png onerror=\"document.title='it ran'\">",
      "<script src=fetched.js></script><script>document.title='it ran'</script>",
      "<a href=\"javascript:document.title='it ran'\">touch me</a> <b>bold</b> <iframe src=fetched.html></iframe>",
      "javascript:document.title='it ran' data:text/html,<script>1</script> ${document.title} {{1}} &lt;b&gt;",
    ];
    for (const text of texts) {
      await write(ann, text);
      for (const person of [ann, bob]) await log(person).getByText(text, { exact: true }).waitFor();
    }
    await write(ann, "See https://example.org/a?b=c for more");
    const link = log(bob).getByRole("link", { name: "https://example.org/a?b=c" });
    await link.waitFor();
    expect(await link.getAttribute("rel")).toContain("noopener");
    for (const person of [ann, bob]) {
      expect(await log(person).locator("img, script, iframe, b").count()).toBe(0);
      // None but that one can be followed.
      const targets = await log(person)
        .getByRole("link")
        .evaluateAll((links) => links.map((each) => (each as HTMLAnchorElement).href));
      expect(targets).toEqual(["https://example.org/a?b=c"]);
      await title(person, "Earshot");
    }
    expect(asked.filter((path) => path.includes("fetched"))).toEqual([]);
  });
});

describe("a text to somebody who is away", () => {
  it("waits for them, and is there when they return", async () => {
    const [ann, bob] = await pair({ prepare: canSleep });
    await putAway(bob);
    await ann.list.getByText("Away").waitFor();
    await open(ann, "Bob");
    await write(ann, "First");
    await write(ann, "Second");
    await reads(ann, /First.*Second.*(Sending|Kept for Bob)/u);
    expect(await log(ann).ariaSnapshot()).not.toMatch(/Delivered|Not delivered/u);
    // A reload wakes the phone.
    await bob.page.reload();
    await reads(ann, /First.*Second.*Delivered/u);
    await title(bob, "(2) Earshot");
    await open(bob, "Ann", 2);
    await reads(bob, /First.*Second/u);
    // Once.
    expect((await log(bob).ariaSnapshot()).match(/First/gu)).toHaveLength(1);
  });

  it("arrives also if the server was restarted in between, and has forgotten it", async () => {
    const [ann, bob] = await pair({ prepare: canSleep });
    await open(ann, "Bob");
    await putAway(bob);
    await ann.list.getByText("Away").waitFor();
    await write(ann, "Still there?");
    await reads(ann, /Still there\?.*(Sending|Kept for Bob)/u);
    await server.stop("SIGKILL");
    await server.start();
    await bob.page.reload();
    await reads(ann, /Still there\?.*Delivered/u);
    await open(bob, "Ann", 1);
    await reads(bob, /Still there\?/u);
  });

  it("arrives also where the connection was dead, and neither server nor sender knew", async () => {
    const [ann, bob] = await pair({ prepare: canGoDeaf });
    await open(ann, "Bob");
    await goDeaf(bob);
    await write(ann, "Into the dark");
    await reads(ann, /Into the dark.*Delivered/u);
    await open(bob, "Ann", 1);
    await reads(bob, /Into the dark/u);
    expect((await log(bob).ariaSnapshot()).match(/Into the dark/gu)).toHaveLength(1);
  });
});

describe("a text to somebody who has left", () => {
  it("is not delivered, says so, and is sent again when they are back", async () => {
    const since = Date.now();
    const [ann, bob] = await pair();
    await open(ann, "Bob");
    const peer = await ann.idOf("Bob");
    await bob.page.close();
    await ann.list.getByRole("button", { name: "Call Bob", exact: true }).waitFor({ state: "detached" });
    // Before that, the server, which was started just now, takes everybody for away, and keeps what is for them.
    await ann.page.waitForTimeout(Math.max(0, GRACE + 1_000 - (Date.now() - since)));
    // As whoever presses Send in the moment in which the other leaves.
    await ann.want({ type: "say", peer, text: "Wait for me" });
    await reads(ann, /Wait for me.*Not delivered/u);
    await ann.button("Try again").click();
    await reads(ann, /Wait for me.*Not delivered/u);

    const back = await bob.anotherTab(server);
    await ann.idOf("Bob");
    await ann.button("Try again").click();
    await reads(ann, /Wait for me.*Delivered/u);
    expect(await ann.button("Try again").count()).toBe(0);
    await open(back, "Ann", 1);
    await reads(back, /Wait for me/u);
  });
});

describe("in a call", () => {
  it("words go by its channel, without the server, into the same conversation", async () => {
    const [ann, bob] = await pair({ size: { width: 375, height: 740 } });
    await open(ann, "Bob");
    await write(ann, "Before the call");
    await reads(ann, /Before the call.*Delivered/u);
    await close(ann, "Bob");
    await ann.call("Bob");
    await bob.accept(ann);
    await bob.button("Chat").click();
    await reads(bob, /Before the call/u);

    await server.stop("SIGKILL");
    // With more room it is beside the picture from the start.
    await write(ann, "In the call");
    await reads(bob, /Before the call.*In the call/u);
    await reads(ann, /In the call.*Delivered/u);
    await field(bob).pressSequentially("Ye");
    await ann.status("Bob is typing").waitFor();
    await write(bob, "<b>Yes</b>");
    await log(ann).getByText("<b>Yes</b>", { exact: true }).waitFor();
    await reads(bob, /<b>Yes<\/b>.*Delivered/u);

    await server.start();
    await ann.button("Hang up").click();
    await ann.button("Call Bob").waitFor();
    await open(ann, "Bob");
    await reads(ann, /Before the call.*In the call.*<b>Yes<\/b>/u);
    await write(ann, "After the call");
    await reads(ann, /After the call.*Delivered/u);
  });
});

it("more about somebody is one tap from their conversation", async () => {
  const [ann] = await pair();
  await open(ann, "Bob");
  await conversation(ann, "Bob").getByRole("button", { name: "More about Bob", exact: true }).click();
  await close(ann, "Bob");
  await ann.button("Write to Bob").waitFor();
});
