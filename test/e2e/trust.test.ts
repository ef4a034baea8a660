/** Real browsers with the authority in their own stores: what they take, and what they refuse. */
import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findProgram } from "../../scripts/browser.mjs";
import { signLeaf } from "../../src/server/certificate/authority.ts";
import { firefox } from "./firefox.ts";
import { launch } from "./person.ts";
import { Server } from "./server.ts";
import { chromiumHome, firefoxProfile } from "./trust.ts";

const NO_CERTUTIL = "certutil is not installed (on Debian: libnss3-tools)";
const NO_FIREFOX = "Firefox is not installed (on Debian: firefox-esr)";

const server = new Server(undefined, { NAMES: "earshot.lan" });
/** Serves a certificate for whatever the test wants, signed by the server's own authority. */
const forger = createServer((_request, response) => response.end("<title>Forged</title>"));
let forged: number;

beforeAll(async () => {
  await server.start();
  forger.listen(0, "127.0.0.1");
  await once(forger, "listening");
  forged = (forger.address() as AddressInfo).port;
});
afterAll(async () => {
  forger.close();
  forger.closeAllConnections();
  await server.dispose();
});

async function forge(name: string): Promise<string> {
  forger.setSecureContext(await signLeaf(server.authority, [name], new Date()));
  return `https://${name}:${forged}/`;
}

/** Opens a page, and gives its title; rejects where the browser does not trust it. */
type Open = (url: string) => Promise<string>;

async function checks(open: Open): Promise<void> {
  for (const host of ["localhost", "127.0.0.1", "earshot.lan"])
    expect(await open(`https://${host}:${server.port}/`)).toBe("Earshot");
  // What is refused next is not refused for anything else.
  expect(await open(await forge("other.lan"))).toBe("Forged");
  await expect(open(await forge("example.com"))).rejects.toThrow(/CERT|SEC_ERROR|SSL|insecure/i);
}

describe("the authority, once trusted, vouches for this server and for nothing outside", () => {
  it("in Chromium", async ({ skip }) => {
    skip(!findProgram("certutil"), NO_CERTUTIL);
    const { folder, dispose } = chromiumHome(server.authority.cert);
    const rules = ["earshot.lan", "other.lan", "example.com"].map((name) => `MAP ${name} 127.0.0.1`).join(",");
    const browser = await launch([`--host-resolver-rules=${rules}`], { home: folder });
    try {
      const page = await browser.newPage();
      await checks(async (url) => {
        await page.goto(url);
        return page.title();
      });
    } finally {
      await browser.close();
      dispose();
    }
  });

  it("in Firefox", async ({ skip }) => {
    skip(!findProgram("certutil"), NO_CERTUTIL);
    const program = findProgram("firefox-esr") ?? findProgram("firefox");
    if (program === undefined) return skip(NO_FIREFOX);
    const { folder, dispose } = firefoxProfile(server.authority.cert);
    const browser = await firefox(program, folder, { "network.dns.localDomains": "earshot.lan,other.lan,example.com" });
    try {
      const page = await browser.newPage();
      await checks(async (url) => {
        await page.goto(url);
        return page.title();
      });
    } finally {
      await browser.close();
      dispose();
    }
  });
});

describe("without the authority", () => {
  it("Chromium refuses the server", async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await expect(page.goto(server.url)).rejects.toThrow(/ERR_CERT_AUTHORITY_INVALID/);
    } finally {
      await browser.close();
    }
  });
});
