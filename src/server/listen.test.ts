import { EventEmitter } from "node:events";
import type { Server } from "node:net";
import { createServer, type AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { listen } from "./listen.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

function tcp(): Server {
  const server = createServer();
  open.push(server);
  return server;
}

describe("listen", () => {
  it("returns what was bound", async () => {
    const { address, port } = await listen(tcp(), { host: "127.0.0.1", port: 0 });
    expect(address).toBe("127.0.0.1");
    expect(port).toBeGreaterThan(0);
  });

  it("says that the port is in use", async () => {
    const first = tcp();
    const { port } = await listen(first, { host: "127.0.0.1", port: 0 });
    expect((first.address() as AddressInfo).port).toBe(port);
    await expect(listen(tcp(), { host: "127.0.0.1", port })).rejects.toThrow(`PORT ${port} is in use`);
  });

  it("says that an address is another computer's", async () => {
    // TEST-NET-3 (RFC 5737) is nobody's.
    await expect(listen(tcp(), { host: "203.0.113.1", port: 0 })).rejects.toThrow(
      "HOST 203.0.113.1 is not an address of this computer",
    );
  });

  it.each([
    ["EACCES", "PORT 80 needs more permission"],
    ["ENOTFOUND", "HOST nobody.invalid is a name without an address"],
    ["EMFILE", "Cannot listen on HOST nobody.invalid, PORT 80: it failed."],
  ])("puts %s in words", async (code, message) => {
    const failing = Object.assign(new EventEmitter(), {
      listen: () => failing.emit("error", Object.assign(new Error("it failed"), { code })),
    });
    const server = failing as unknown as Server;
    await expect(listen(server, { host: "nobody.invalid", port: 80 })).rejects.toThrow(message);
  });
});
