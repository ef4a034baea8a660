import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { REACTION } from "../../../scripts/timeouts.mjs";
import type { LanAddress } from "./addresses.ts";
import { askFromOwnPort, freePort, Neighbour, noMulticast, occupy } from "./fixtures/multicast.ts";
import { isLegacy, legacyAnswer, type LocalName, publishLocalName } from "./local-name.ts";
import type { DnsRecord } from "./mdns.ts";

const name = "earshot-test.local";
const here: LanAddress = { address: "127.0.0.1", family: "IPv4", interface: "lo" };
const docker: LanAddress = { address: "172.17.0.1", family: "IPv4", interface: "docker0", label: "Docker" };

let reason: string | undefined;
let neighbour: Neighbour;
let published: LocalName | undefined;
const say = vi.fn();

beforeAll(async () => {
  reason = await noMulticast();
});
beforeEach(async ({ skip }) => {
  if (reason !== undefined) skip(reason);
  neighbour = new Neighbour(await freePort());
});
afterEach(async () => {
  await published?.stop();
  await neighbour?.close();
  published = undefined;
  say.mockReset();
});

function publish(addresses: readonly LanAddress[] = [here, docker], platform: NodeJS.Platform = "linux") {
  published = publishLocalName({ name, port: 3000, addresses, say, platform, mdnsPort: neighbour.port });
  return published;
}

/** The address records of the name that the neighbour has heard, as "ADDRESS TTL". */
function heard(): string[] {
  return neighbour.heard
    .flatMap(({ answers = [] }): readonly DnsRecord[] => answers)
    .filter((record) => record.name === name && record.type.startsWith("A"))
    .map(({ data, ttl }) => `${String(data)} ${ttl}`);
}
const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: REACTION, interval: 20 });

describe("publishLocalName", () => {
  it("announces the real interfaces' addresses, answers for them, and takes them back", async () => {
    const { stop } = publish();
    await until(() => heard().length > 0);
    neighbour.heard.length = 0;
    neighbour.ask(name);
    await until(() => heard().length > 0);
    expect(heard()).toEqual(["127.0.0.1 120"]);

    neighbour.heard.length = 0;
    await stop();
    await until(() => heard().length > 0);
    expect(heard()).toEqual(["127.0.0.1 0"]);
    expect(say).not.toHaveBeenCalled();
  });

  it("answers those who hear only their own port", async () => {
    publish();
    await until(() => heard().length > 0);
    expect(await askFromOwnPort(name, neighbour.port)).toMatchObject({
      id: 4711,
      questions: [{ name, type: "A" }],
      answers: [{ name, type: "A", ttl: 10, data: "127.0.0.1" }],
    });
  });

  it("follows the addresses", async () => {
    const { update } = publish();
    await until(() => heard().length > 0);
    update([docker]);
    await until(() => heard().includes("127.0.0.1 0"));
    neighbour.heard.length = 0;
    update([here, docker]);
    await until(() => heard().length > 0);
    expect(heard()).toEqual(["127.0.0.1 120"]);
    neighbour.heard.length = 0;
    update([here, { ...here, family: "IPv6", address: "::1" }]);
    await until(() => heard().length > 2);
    expect(heard()).toEqual(["127.0.0.1 0", "127.0.0.1 120", "::1 120"]);
  });

  it("leaves the name to whoever has it, and says so", async () => {
    neighbour.answer(name, "192.0.2.99");
    publish();
    await until(() => say.mock.calls.length > 0);
    expect(say.mock.calls).toEqual([
      ["Another device in this network is called earshot-test.local already; use the addresses of this one instead."],
    ]);
    expect(heard()).not.toContain("127.0.0.1 120");
  });

  it("gives the name back when somebody claims it later", async () => {
    publish();
    await until(() => heard().length > 0);
    neighbour.claim(name, "192.0.2.99");
    await until(() => heard().includes("127.0.0.1 0"));
    expect(say).toHaveBeenCalledTimes(1);
  });

  it("says once what the system refuses, and goes on", async () => {
    await neighbour.close();
    const other = await occupy(neighbour.port);
    publish();
    await until(() => say.mock.calls.length > 0);
    expect(say.mock.calls[0]).toEqual([
      expect.stringMatching(
        /^The name earshot-test\.local cannot be announced on lo \(.*EADDRINUSE.*\); use the addresses instead\.$/,
      ),
    ]);
    await new Promise<void>((done) => other.close(done));

    publish([{ ...here, address: "203.0.113.250", interface: "gone0" }]);
    await until(() => say.mock.calls.length > 1);
    expect(say.mock.calls[1]![0]).toMatch(/announced on gone0 \(/);
    expect(say).toHaveBeenCalledTimes(2);
  });

  it.each(["darwin", "win32"] as const)("leaves it to the system on %s", async (platform) => {
    const queries = vi.fn();
    neighbour.mdns.on("query", queries);
    const { update, stop } = publish([here], platform);
    update([here]);
    await stop();
    // Nothing has been sent: a question of ours comes first.
    neighbour.ask("something-else.local");
    await until(() => queries.mock.calls.length > 0);
    expect(queries.mock.calls[0]![0]).toMatchObject({ questions: [{ name: "something-else.local" }] });
  });
});

describe("legacyAnswer", () => {
  const records = [
    { name, type: "A", ttl: 120, data: "192.168.1.20" },
    { name, type: "AAAA", ttl: 120, data: "fd00::20" },
  ];
  it.each([
    [[{ name: "Earshot-Test.local", type: "A" }], ["192.168.1.20"]],
    [[{ name, type: "ANY" }], ["192.168.1.20", "fd00::20"]],
    [[{ name, type: "SRV" }], undefined],
    [[{ name: "other.local", type: "A" }], undefined],
  ])("to %j is %j", (questions, addresses) => {
    const answer = legacyAnswer({ id: 7, questions }, records);
    expect(answer?.answers?.map(({ data }) => data)).toEqual(addresses);
    if (answer !== undefined) expect(answer).toMatchObject({ id: 7, questions });
  });
});

it("a question from port 0, to which nothing can be sent, gets no answer of its own", () => {
  expect([5353, 40_000, 0].map((port) => isLegacy({ port }, 5353))).toEqual([false, true, false]);
});
