/**
 * A call at a page that nobody looks at, in a Chromium that trusts the server's certificate, and so has a service worker: page, worker and
 * system together. What each tells and does is tested in src/client/notifier.browser.test.ts and src/worker.
 */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { TURN } from "../../src/worker/notices.ts";
import { framesGoOn, Person } from "./person.ts";
import { launchTrusting } from "./trust.ts";
import { Server } from "./server.ts";
import { until } from "./wait.ts";

const server = new Server();
const people: Person[] = [];
let browser: Browser;

beforeAll(async () => {
  await server.start();
  browser = await launchTrusting(server);
});
afterEach(async () => {
  const complaints = people.flatMap((person) => person.complaints);
  await Promise.all(people.splice(0).map(({ context }) => context.close()));
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await server.dispose();
});

async function come(name: string): Promise<Person> {
  const person = await Person.open(browser, server, name, { insecure: false });
  people.push(person);
  await person.join();
  return person;
}

/** Somebody whom the system tells of calls, and who looks elsewhere. */
async function comeAndLookAway(name: string): Promise<Person> {
  const person = await Person.open(browser, server, name, { insecure: false, permissions: ["notifications"] });
  people.push(person);
  await person.join();
  await until(
    "the worker in charge",
    () => person.page.evaluate(() => navigator.serviceWorker.controller !== null),
    Boolean,
  );
  // A test tool's pages are always seen.
  await person.page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  return person;
}

/** What there is in a service worker. */
interface InWorker extends EventTarget {
  readonly navigator: Navigator;
  readonly registration: ServiceWorkerRegistration;
  readonly NotificationEvent: new (type: string, init: { notification: Notification; action: string }) => Event;
}

interface Seen {
  title: string;
  body: string;
  actions: string[];
}

/** What the system shows of this person's page, by its worker, which shows nothing at the moment of the look: see src/worker/notices.ts. */
async function notifications(person: Person): Promise<Seen[]> {
  const [worker] = person.context.serviceWorkers();
  if (!worker) throw new Error(`${person.name} has no worker`);
  return worker.evaluate(async (turn) => {
    const { registration, navigator } = self as unknown as InWorker;
    const look = (): Promise<Notification[]> => registration.getNotifications();
    const shown = (await navigator.locks.request(turn, look)) as (Notification & {
      actions?: { title: string }[];
    })[];
    return shown.map(({ title, body, actions = [] }) => ({ title, body, actions: actions.map(({ title }) => title) }));
  }, TURN);
}

const titles = (person: Person, ...expected: string[]): Promise<Seen[]> =>
  until(
    `notifications: ${expected.join()}`,
    () => notifications(person),
    (seen) => seen.map(({ title }) => title).join() === expected.join(),
  );

/** The user touches a button of the notification. */
async function touch(person: Person, action: string): Promise<void> {
  await person.context.serviceWorkers()[0]?.evaluate(async (action) => {
    const worker = self as unknown as InWorker;
    const [notification] = await worker.registration.getNotifications();
    if (!notification) throw new Error("there is no notification");
    worker.dispatchEvent(new worker.NotificationEvent("notificationclick", { notification, action }));
  }, action);
}

describe("a page that nobody looks at", () => {
  it("is called: the system tells who, and Accept connects with video", { tags: "core" }, async () => {
    const ann = await come("Ann");
    const bob = await comeAndLookAway("Bob");
    await ann.call("Bob");
    const [seen] = await titles(bob, "Ann is calling");
    expect(seen).toEqual({ title: "Ann is calling", body: "Incoming video call", actions: ["Accept", "Decline"] });
    await touch(bob, "accept");
    await ann.inCallWith("Bob").waitFor();
    await titles(bob);
    await framesGoOn(ann);
    await framesGoOn(bob);
  });
});
