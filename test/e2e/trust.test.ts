/** Real browsers with the authority in their own stores: what they take, and what they refuse. */
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFirefox, findProgram } from "../../scripts/browser.mjs";
import { signLeaf } from "../../src/server/certificate/authority.ts";
import { makeCertificate } from "../../src/server/certificate/make-certificate.ts";
import { firefox, NO_FIREFOX } from "./firefox.ts";
import { launch } from "./browser.ts";
import { Server } from "./server.ts";
import { chromiumHome, firefoxProfile } from "./trust.ts";
import { STARTUP } from "./wait.ts";

const NO_CERTUTIL = "certutil is not installed (on Debian: libnss3-tools)";

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

/** A Chromium that trusts this authority, and knows where the names of these tests are. */
async function withChromium(authority: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { folder, dispose } = chromiumHome(authority);
  const rules = ["earshot.lan", "other.lan", "example.com"].map((name) => `MAP ${name} 127.0.0.1`).join(",");
  const browser = await launch([`--host-resolver-rules=${rules}`], { whole: true, home: folder });
  try {
    await act(await browser.newPage());
  } finally {
    await browser.close();
    dispose();
  }
}

describe("the authority, once trusted, vouches for this server and for nothing outside", () => {
  it("in Chromium", async ({ skip }) => {
    skip(!findProgram("certutil"), NO_CERTUTIL);
    await withChromium(server.authority.cert, (page) =>
      checks(async (url) => {
        await page.goto(url);
        return page.title();
      }),
    );
  });

  it("in Firefox", async ({ skip }) => {
    skip(!findProgram("certutil"), NO_CERTUTIL);
    const program = findFirefox();
    if (program === undefined) return skip(NO_FIREFOX);
    const { folder, dispose } = firefoxProfile(server.authority.cert);
    const browser = await firefox(program, folder, {
      preferences: { "network.dns.localDomains": "earshot.lan,other.lan,example.com" },
    });
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

describe("somebody who types the address without https://", () => {
  it(
    "is in the app at once where the authority is trusted, by the name that the operator gave it",
    { tags: "core" },
    async ({ skip }) => {
      skip(!findProgram("certutil"), NO_CERTUTIL);
      await withChromium(server.authority.cert, async (page) => {
        await page.goto(server.url.replace("https:", "http:"));
        await page.getByRole("textbox", { name: "Your name" }).waitFor({ timeout: STARTUP });
        expect(page.url()).toBe(`https://earshot.lan:${server.port}/`);
      });
    },
  );

  it("goes on without doing anything as soon as the running server has a certificate that is trusted", async ({
    skip,
  }) => {
    skip(!findProgram("certutil"), NO_CERTUTIL);
    const folder = mkdtempSync(join(tmpdir(), "earshot-swap-"));
    const [keyPath, certPath] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const swapped = new Server(undefined, { KEY: keyPath, CERT: certPath });
    try {
      await makeCertificate({ keyPath, certPath });
      await swapped.start();
      await withChromium(server.authority.cert, async (page) => {
        await page.goto(swapped.url.replace("https:", "http:"));
        await page.getByText("Once trusted, this page goes on by itself").waitFor({ timeout: STARTUP });
        const { key, cert } = await signLeaf(server.authority, ["127.0.0.1"], new Date());
        writeFileSync(keyPath, key);
        writeFileSync(certPath, cert);
        await page.getByText("This device trusts Earshot now").waitFor({ timeout: STARTUP });
        await page.getByRole("textbox", { name: "Your name" }).waitFor({ timeout: STARTUP });
      });
    } finally {
      await swapped.dispose();
      rmSync(folder, { recursive: true });
    }
  });
});

describe("without the authority", () => {
  it("Chromium refuses the server", async () => {
    const browser = await launch([], { whole: true });
    try {
      const page = await browser.newPage();
      await expect(page.goto(server.url)).rejects.toThrow(/ERR_CERT_AUTHORITY_INVALID/);
    } finally {
      await browser.close();
    }
  });
});
