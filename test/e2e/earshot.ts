/** What an end-to-end test needs: a server, people at browsers, and pages that do not complain. */
import { afterAll, afterEach, beforeEach, expect } from "vitest";
import { sharedBrowser } from "./browser.ts";
import { type OpenOptions, Person } from "./person.ts";
import { Server, sharedServer } from "./server.ts";

export interface Stage {
  readonly server: Server;
  /** Opens the page in a browser context of its own, without joining: a first visit. */
  visit(name: string, options?: OpenOptions): Promise<Person>;
  /** Opens the page as somebody whose browser knows the name, and waits for the directory. */
  join(name: string, options?: OpenOptions): Promise<Person>;
  /** Ann and Bob, opened at once, each of whom sees the other. */
  pair(ann?: OpenOptions, bob?: OpenOptions): Promise<[Person, Person]>;
}

/**
 * Gives each test of a file a server that knows nobody, with these `settings`, and fails a test whose pages complained. The server
 * is started anew only where a test has done something to it.
 */
export function stage(settings?: Readonly<Record<string, string>>): Stage {
  const server = settings === undefined ? sharedServer() : new Server(undefined, settings);
  const people: Person[] = [];
  beforeEach(() => server.refresh());
  afterEach(async () => {
    const complaints = people.flatMap(({ name, complaints }) => complaints.map((complaint) => `${name}: ${complaint}`));
    const open = people.filter(({ page }) => !page.isClosed());
    const violations = await Promise.all(open.map((person) => person.violations()));
    await Promise.all(people.splice(0).map((person) => person.leave()));
    expect(complaints).toEqual([]);
    expect(violations.flat()).toEqual([]);
  });
  if (settings !== undefined) afterAll(() => server.dispose());
  const visit: Stage["visit"] = async (name, options) => {
    const person = await Person.open(await sharedBrowser(options), server, name, options);
    people.push(person);
    return person;
  };
  const join: Stage["join"] = async (name, options) => {
    const person = await visit(name, { ...options, returning: true });
    await person.joined();
    return person;
  };
  const pair: Stage["pair"] = async (annsOptions, bobsOptions) => {
    const [ann, bob] = await Promise.all([join("Ann", annsOptions), join("Bob", bobsOptions)]);
    await Promise.all([ann.button("Call Bob").first().waitFor(), bob.button("Call Ann").first().waitFor()]);
    return [ann, bob];
  };
  return { server, visit, join, pair };
}
