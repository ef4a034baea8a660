import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { plainAddress } from "../network/addresses.ts";
import { Arrivals, PATIENCE } from "./arrivals.ts";

let arrivals: Arrivals;
const say = vi.fn();
const said = () => say.mock.calls.map(([line]) => line as string);

beforeEach(() => {
  vi.useFakeTimers();
  say.mockReset();
  const own = () => new Set(["127.0.0.1", "192.168.1.20", "10.0.0.7", "fd00::5"]);
  arrivals = new Arrivals({ port: 3000, own, say, silence: () => ["Nobody.", "Try this."] });
});
afterEach(() => {
  arrivals.stop();
  vi.useRealTimers();
});

describe("Arrivals", () => {
  it("ticks each address once, and names no device", () => {
    arrivals.connected("::ffff:192.168.1.20", "::ffff:192.168.1.77");
    arrivals.connected("192.168.1.20", "192.168.1.78");
    arrivals.connected("fd00::5", "fd00::77");
    expect(said()).toEqual([
      "✓ https://192.168.1.20:3000 works: a device has come in.",
      "✓ https://[fd00::5]:3000 works: a device has come in.",
    ]);
  });

  it.each([
    ["::1", "::1"],
    ["127.0.0.1", "127.0.0.1"],
    ["::ffff:127.0.0.1", "::ffff:127.0.0.1"],
    ["::ffff:192.168.1.20", "::ffff:192.168.1.20"],
    ["192.168.1.20", "10.0.0.7"],
    [undefined, undefined],
    ["192.168.1.20", undefined],
  ])("takes a connection to %s from %s for none of a device's", (local, remote) => {
    arrivals.connected(local, remote);
    expect(said()).toEqual([]);
    vi.advanceTimersByTime(PATIENCE);
    expect(said()).toEqual(["Nobody.", "Try this."]);
  });

  it("takes nobody for a device while this computer does not know its own addresses", () => {
    const lost = new Arrivals({ port: 3000, own: () => undefined, say, silence: () => [] });
    lost.connected("192.168.1.20", "192.168.1.77");
    lost.stop();
    expect(said()).toEqual([]);
  });

  it("speaks of the silence once, after a minute", () => {
    vi.advanceTimersByTime(PATIENCE - 1);
    expect(said()).toEqual([]);
    vi.advanceTimersByTime(PATIENCE * 5);
    expect(said()).toEqual(["Nobody.", "Try this."]);
    arrivals.connected("192.168.1.20", "192.168.1.77");
    expect(said()).toHaveLength(3);
  });

  it("has nothing to say of it when somebody came, or when it has been stopped", () => {
    arrivals.connected("192.168.1.20", "192.168.1.77");
    vi.advanceTimersByTime(PATIENCE);
    expect(said()).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
    const other = new Arrivals({ port: 3000, own: () => new Set<string>(), say, silence: () => ["Nobody."] });
    other.stop();
    vi.advanceTimersByTime(PATIENCE);
    expect(said()).toHaveLength(1);
  });

  it("understands what a real socket says of itself", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const client = connect(port, "127.0.0.1");
    const [socket] = (await once(server, "connection")) as [Socket];
    const stranger = new Arrivals({ port, own: () => new Set<string>(), say, silence: () => [] });
    stranger.connected(socket.localAddress, socket.remoteAddress);
    expect(said()).toEqual([]);
    stranger.connected(socket.localAddress, "192.168.1.77");
    expect(said()).toEqual([`✓ https://127.0.0.1:${port} works: a device has come in.`]);
    stranger.stop();
    client.destroy();
    server.close();
  });
});

describe("plainAddress", () => {
  it.each([
    ["::ffff:192.168.1.20", "192.168.1.20"],
    ["::FFFF:10.0.0.1", "10.0.0.1"],
    ["fe80::1%wlan0", "fe80::1"],
    ["fd00::ffff:1", "fd00::ffff:1"],
    ["::ffff:0:1", "::ffff:0:1"],
    ["192.168.1.20", "192.168.1.20"],
  ])("of %s is %s", (address, plain) => {
    expect(plainAddress(address)).toBe(plain);
  });
});
