/** What a test with WebKit needs: a server, somebody at WebKit, others at Chromium, and pages that do not complain. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { noWebKit } from "../../../scripts/webkit.mjs";
import { sharedBrowser } from "../../e2e/browser.ts";
import { Person } from "../../e2e/person.ts";
import { Server } from "../../e2e/server.ts";
import { makeWatchedBuild, WATCHED_BUILD } from "./watched-build.ts";
import type { WebDriverSession } from "./webdriver.ts";
import { type OpenOptions, WebKit } from "./webkit.ts";
import { WebKitPerson } from "./webkit-person.ts";

export interface WebKitStage {
  readonly server: Server;
  /** Somebody at WebKit who has opened nothing yet. Each test has one. */
  visitor(name: string): WebKitPerson;
  /** Somebody at WebKit who has given a name. Each test has one. */
  join(name: string): Promise<WebKitPerson>;
  /** Somebody at Chromium whose browser knows the name. */
  joinByChromium(name: string): Promise<Person>;
}

/**
 * Gives the tests of a file a server whose people are gone after each test, and one WebKit, which forgets them; fails a
 * test whose pages complained. Without WebKit all of them are skipped.
 */
export function stage(options?: OpenOptions): WebKitStage {
  const why = noWebKit();
  const server = new Server();
  const people: Person[] = [];
  let webkit: WebKit | undefined;
  let session: WebDriverSession | undefined;
  let wendy: WebKitPerson | undefined;
  beforeAll(async () => {
    if (why !== undefined) return;
    makeWatchedBuild();
    await server.start(WATCHED_BUILD);
    webkit = await WebKit.start();
    session = await webkit.open(options);
  });
  beforeEach(({ skip }) => skip(why !== undefined, why));
  afterEach(async () => {
    const [here, her] = [people.splice(0), wendy];
    wendy = undefined;
    const complaints = here.flatMap(({ name, complaints }) => complaints.map((complaint) => `${name}: ${complaint}`));
    const open = here.filter(({ page }) => !page.isClosed());
    const violations = await Promise.all(open.map((person) => person.violations()));
    await Promise.all(here.map((person) => person.leave()));
    const hers = await her?.complaints();
    await her?.leave();
    expect(complaints).toEqual([]);
    expect([...violations.flat(), ...(hers ?? [])]).toEqual([]);
  });
  afterAll(async () => {
    await session?.end();
    await webkit?.end();
    await server.dispose();
  });
  const visitor: WebKitStage["visitor"] = (name) => {
    if (!session || wendy) throw new Error("A test has one person at WebKit: its driver has one browser at a time");
    // A browser that minds the certificate comes no further than to the page without TLS.
    const url = options?.insecure === false ? server.url.replace("https:", "http:") : server.url;
    wendy = new WebKitPerson(name, session, url);
    return wendy;
  };
  const join: WebKitStage["join"] = async (name) => {
    const person = visitor(name);
    await person.join();
    return person;
  };
  const joinByChromium: WebKitStage["joinByChromium"] = async (name) => {
    const person = await Person.open(await sharedBrowser(), server, name, { returning: true });
    people.push(person);
    await person.joined();
    return person;
  };
  return { server, visitor, join, joinByChromium };
}
