/** What an end-to-end test needs: a server, people at browsers, and pages that do not complain. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { Browser } from "playwright-core";
import { launch, type OpenOptions, Person } from "./person.ts";
import { Server } from "./server.ts";

export interface Stage {
  readonly server: Server;
  /** Open the page in a browser of its own, without joining. */
  visit(name: string, options?: OpenOptions): Promise<Person>;
  /** Open it and give a name. */
  join(name: string, options?: OpenOptions): Promise<Person>;
}

/** What a test file needs: before each test a server that knows nobody, with these `settings`; after it no page that complained. */
export function stage(settings?: Readonly<Record<string, string>>): Stage {
  const server = new Server(undefined, settings);
  const people: Person[] = [];
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(() => server.start());
  afterEach(async () => {
    const complaints = people.flatMap(({ name, complaints }) => complaints.map((complaint) => `${name}: ${complaint}`));
    const open = people.filter(({ page }) => !page.isClosed());
    const violations = await Promise.all(open.map((person) => person.violations()));
    await Promise.all(people.splice(0).map(({ context }) => context.close()));
    await server.stop();
    expect(complaints).toEqual([]);
    expect(violations.flat()).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server.dispose();
  });
  const visit: Stage["visit"] = async (name, options) => {
    const person = await Person.open(browser, server, name, options);
    people.push(person);
    return person;
  };
  const join: Stage["join"] = async (name, options) => {
    const person = await visit(name, options);
    await person.join();
    return person;
  };
  return { server, visit, join };
}
