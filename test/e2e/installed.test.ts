/** The service worker, in a Chromium that trusts the server's certificate; and in one that does not. */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sharedBrowser } from "./browser.ts";
import { Person } from "./person.ts";
import { launchTrusting } from "./trust.ts";
import { Server } from "./server.ts";
import { until } from "./wait.ts";

const server = new Server();
const newer = mkdtempSync(join(tmpdir(), "earshot-newer-"));
const people: Person[] = [];
let trusting: Browser;
let wary: Browser;

beforeAll(async () => {
  await server.start();
  trusting = await launchTrusting(server);
  wary = await sharedBrowser();
  makeNewer();
});
afterEach(async () => {
  const complaints = people.flatMap((person) => person.complaints);
  await Promise.all(people.splice(0).map(({ context }) => context.close()));
  // For the next test.
  await server.stop();
  await server.start();
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await trusting?.close();
  await server.dispose();
  rmSync(newer, { recursive: true, force: true });
});

/** The same app as another version, its script under another name. */
function makeNewer(): void {
  cpSync("dist", join(newer, "dist"), { recursive: true });
  symlinkSync(resolve("node_modules"), join(newer, "node_modules"));
  const client = join(newer, "dist/client");
  const html = readFileSync(join(client, "index.html"), "utf8");
  const [, main = ""] = /src="\/assets\/(main-\w+)\.js"/u.exec(html) ?? [];
  for (const file of readdirSync(join(client, "assets")))
    if (file.startsWith(`${main}.js`))
      renameSync(join(client, "assets", file), join(client, "assets", file.replace(main, "main-NEWERNEW")));
  const changed = html.replace(main, "main-NEWERNEW").replace(/(?<=name="version" content=")\w+/u, "newer");
  writeFileSync(join(client, "index.html"), changed);
  for (const coded of ["index.html.br", "index.html.gz"]) rmSync(join(client, coded));
  writeFileSync(join(newer, "dist/version.json"), JSON.stringify({ version: "newer" }));
}

async function open(browser = trusting): Promise<Person> {
  const person = await Person.open(browser, server, "Ann", { insecure: browser === wary });
  people.push(person);
  return person;
}

/** Open it, and wait until the worker has all of it. */
async function install(): Promise<Person> {
  const ann = await open();
  await until("the worker in charge", () => controlled(ann.page), Boolean);
  return ann;
}

const controlled = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller !== null);

/** The paths of everything in any cache. */
async function cached(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(all.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

const version = (page: Page) => page.locator('meta[name="version"]').getAttribute("content");

describe("the service worker", () => {
  it("keeps the page and its files, and nothing that must come from the server", async () => {
    const ann = await install();
    await ann.join();
    await ann.page.getByText("Nobody else is here yet").waitFor();
    await ann.page.evaluate(async () => {
      for (const path of ["/ready.txt", "/ca.crt", "/earshot.mobileconfig", "/rtc"]) await fetch(path);
    });
    const { page } = ann;
    const referred = await page.evaluate(() =>
      [...document.querySelectorAll("[src], link[href]")]
        .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "")
        .filter((path) => path.startsWith("/assets/")),
    );
    expect(referred.length).toBeGreaterThan(1);
    const kept = await cached(page);
    expect(kept).toEqual(expect.arrayContaining(["/", ...referred]));
    expect(kept.filter((path) => path !== "/" && !path.startsWith("/assets/"))).toEqual([]);
  });

  it("opens the page while the server is away, which says so, and finds it again", { tags: "core" }, async () => {
    const ann = await install();
    await ann.join();
    await ann.page.getByText("Nobody else is here yet").waitFor();
    await server.stop("SIGKILL");
    await ann.page.reload();
    await ann.status("Looking for the laptop that runs Earshot…").waitFor();
    await ann.page.goto(server.url);
    await ann.status("The laptop that runs Earshot is not reachable.").waitFor();
    await server.start();
    await ann.page.getByText("Nobody else is here yet").waitFor();
    await ann.status("not reachable").waitFor({ state: "detached" });
  });

  it("has the parts that come later, too, when it is opened without the server", async () => {
    const ann = await install();
    await ann.join();
    await ann.page.goto("about:blank");
    await server.stop("SIGKILL");
    await ann.page.goto(server.url);
    await ann.button("Settings").click();
    await ann.page.getByRole("dialog", { name: "Settings" }).waitFor();
    const asked = await ann.page.evaluate(async () => {
      const parts = [...document.querySelectorAll<HTMLLinkElement>('link[rel="part"]')];
      return Promise.all(parts.map(async ({ href }) => (await fetch(href)).status));
    });
    expect(asked.length).toBeGreaterThan(3);
    expect(new Set(asked)).toEqual(new Set([200]));
  });

  it("gives way to another version, whose page reloads itself once", { tags: "core" }, async () => {
    const ann = await install();
    const before = await version(ann.page);
    const old = (await cached(ann.page)).filter((path) => path.includes("/main-"));
    expect(old).toHaveLength(1);
    await ann.page.goto("about:blank");
    await server.stop();
    await server.start(join(newer, "dist"));

    // It opens as it was kept, and hears only then that there is a newer one.
    const served = new Set<string>();
    ann.page.on("response", (response) => {
      if (response.request().isNavigationRequest()) served.add(`from the worker: ${response.fromServiceWorker()}`);
    });
    await ann.page.goto(server.url);
    await until(
      "the new version",
      () => version(ann.page).catch(() => before),
      (now) => now === "newer",
    );
    expect([...served]).toEqual(["from the worker: true"]);
    await until(
      "the new files, and still those of the page that was shown",
      () => cached(ann.page),
      (kept) => ["/assets/main-NEWERNEW.js", ...old].every((path) => kept.includes(path)),
    );

    // The new one opens without the server, too.
    await ann.page.goto("about:blank");
    await server.stop();
    await ann.page.goto(server.url);
    expect(await version(ann.page)).toBe("newer");
    await ann.page.getByRole("textbox", { name: "Your name" }).waitFor();
  });

  it("never stands in the way of a reload", async () => {
    const ann = await install();
    // As if the page had reloaded itself already: it must not do so now.
    await ann.page.evaluate(() => sessionStorage.setItem("earshot-reloaded", "newer"));
    await server.stop();
    await server.start(join(newer, "dist"));
    await ann.page.reload();
    expect(await version(ann.page)).toBe("newer");
  });

  it("is not there where the certificate is not trusted, and the page says nothing of it", async () => {
    const ann = await open(wary);
    await ann.join();
    await ann.page.getByText("Nobody else is here yet").waitFor();
    expect(await controlled(ann.page)).toBe(false);
    expect(await ann.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(await cached(ann.page)).toEqual([]);
    expect(ann.complaints).toEqual([]);
  });
});

it("a phone can install the page", async () => {
  const ann = await open();
  const session = await ann.context.newCDPSession(ann.page);
  const { data, errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? "{}")).toMatchObject({ name: "Earshot", start_url: "/", display: "standalone" });
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Such a window as this test's is never offered it.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  expect(await ann.violations()).toEqual([]);
});
