/** The laptop's addresses change under its pages: a certificate for the new ones, and pages that know where to go. */
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { until, WORK } from "../e2e/wait.ts";
import { connect, hangUp, inCall, lab } from "./lab.ts";
import type { Phone } from "./phone.ts";

const { phone, stage } = lab({ HOST: "" });

/** What a client that knows the authority says to the certificate at this address: "trusted", or why not. */
function judge(from: Phone, address: string): string {
  const options = { host: address, port: stage.server.port, ca: stage.server.authority.cert };
  const script = `require("tls").connect(${JSON.stringify(options)}, function () { console.log("trusted"); this.destroy(); })
    .on("error", ({ code }) => console.log(code));`;
  const [program = "", ...enter] = from.host.enter;
  return execFileSync(program, [...enter, process.execPath, "-e", script], { encoding: "utf8" }).trim();
}

/** The state of this page's one socket: 1 is open (WebSocket API). */
async function sockets(at: Phone): Promise<number[]> {
  return at.person.page.evaluate(() => window.probe.sockets.map(({ readyState }) => readyState));
}

describe("a laptop with another address", () => {
  it("serves a certificate for it, drops nobody, and tells its pages", async () => {
    const ann = await phone("Ann");
    const bob = await phone("Bob");
    await connect(ann, bob);
    const before = await Promise.all(
      [ann, bob].map((each) => each.person.page.evaluate(() => window.probe.sockets.length)),
    );
    const old = stage.laptop.address;

    const address = stage.laptop.gain();
    const since = Date.now();
    await until(
      "a certificate for the new address",
      () => Promise.resolve(judge(ann, address)),
      (said) => said === "trusted",
      WORK,
    );
    console.log(`A certificate for the second address was in place after ${Date.now() - since} ms`);
    expect(judge(ann, old)).toBe("trusted");
    for (const each of [ann, bob]) expect(await sockets(each)).toEqual([1]);
    expect(before).toEqual([1, 1]);

    stage.laptop.lose(old);
    await inCall(ann, bob);
    // Without the laptop: their sockets are dead by then, and the call goes on.
    for (const each of [ann, bob])
      await until(
        `${each.name} to lose the laptop`,
        () => sockets(each),
        (states) => !states.includes(1),
        WORK,
      );
    await inCall(ann, bob);
    const link = (each: Phone) => each.person.page.getByRole("link", { name: address });
    for (const each of [ann, bob]) expect(await link(each).count()).toBe(0);
    await hangUp(ann, bob);
    for (const each of [ann, bob]) {
      await link(each).first().waitFor({ timeout: WORK });
      expect(await link(each).first().getAttribute("href")).toBe(`https://${address}:${stage.server.port}`);
    }
  });
});
