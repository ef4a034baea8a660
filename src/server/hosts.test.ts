import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerTo } from "../../test/helpers/http.ts";
import { guardHost, isOwnHost } from "./hosts.ts";

const names = new Set(["laptop.local", "localhost"]);

describe("a Host header", () => {
  it.each([
    "laptop.local:3000",
    "LAPTOP.local",
    "laptop.local.",
    "localhost:",
    "192.168.1.20:3000",
    "8.8.8.8",
    "[fd00::1]:3000",
    "[::1]",
  ])("%s is ours", (host) => {
    expect(isOwnHost(host, names)).toBe(true);
  });

  it.each([
    undefined,
    "",
    "evil.example",
    "evil.example:3000",
    "laptop.local.evil.example",
    "laptop",
    "1.2.3.4.evil.example",
    "[evil]",
  ])("%s is not", (host) => {
    expect(isOwnHost(host, names)).toBe(false);
  });
});

describe("a request for another host", () => {
  const server = createServer(
    guardHost(
      { names: () => names, addresses: () => ["https://192.168.1.20:3000"], style: "p{}" },
      (_request, response) => {
        response.end("here");
      },
    ),
  );
  beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"));
  afterAll(() => server.close());

  async function ask(host: string, more: Record<string, string> = {}) {
    const { port } = server.address() as AddressInfo;
    const headers = { host, ...more };
    const answer = await answerTo(request({ port, host: "127.0.0.1", headers, agent: false }));
    return { ...answer, body: answer.body.toString() };
  }

  it("is answered with where to go, and goes no further", async () => {
    expect(await ask("laptop.local:3000")).toMatchObject({ status: 200, body: "here" });
    const { status, body } = await ask("evil.example");
    expect(status).toBe(421);
    expect(body).toContain("https://192.168.1.20:3000");
    expect(body).toContain("NAMES=");
    expect(body).not.toContain("evil");
  });

  it("is a page with links for a browser, in its language, which loads and runs nothing", async () => {
    const { status, headers, body } = await ask("evil.example", {
      accept: "text/html,*/*",
      "accept-language": "de-AT,en;q=0.5",
    });
    expect(status).toBe(421);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}';/);
    expect(body).toContain('<html lang="de">');
    expect(body).toContain("Unter diesem Namen ist Earshot nicht erreichbar");
    expect(body).toContain('href="https://192.168.1.20:3000"');
    expect(body).not.toMatch(/evil|<script/);
  });
});
