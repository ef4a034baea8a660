import { describe, expect, it } from "vitest";
import { invitations } from "./invitation.ts";

const WIFI = "https://192.168.1.20:3000";
const CABLE = "https://10.0.0.5:3000";
const SIX = "https://[fd00::20]:3000";
const NAME = "https://laptop.local:3000";

describe("invitations", () => {
  it("are the server's addresses in its own order, names last", () => {
    expect(invitations([WIFI, CABLE, NAME], "localhost:3000")).toEqual([WIFI, CABLE, NAME]);
    expect(invitations([NAME, SIX, CABLE], "localhost:3000")).toEqual([CABLE, SIX, NAME]);
  });

  it("begin with the address by which this page came in, which is known to work here", () => {
    expect(invitations([WIFI, CABLE, SIX, NAME], "10.0.0.5:3000")).toEqual([CABLE, WIFI, SIX, NAME]);
  });

  it("hold the address of this page also where the server does not know of it: a port may be forwarded to it", () => {
    expect(invitations([CABLE, NAME], "192.168.1.20:3000")).toEqual([WIFI, CABLE, NAME]);
    expect(invitations([WIFI, NAME], "laptop:3000")).toEqual([WIFI, "https://laptop:3000", NAME]);
    expect(invitations([], "192.168.1.20")).toEqual(["https://192.168.1.20"]);
    expect(invitations(["https://192.168.1.20:443"], "192.168.1.20")).toEqual(["https://192.168.1.20:443"]);
  });

  it("do not hold it once the server has left it", () => {
    expect(invitations([CABLE, NAME], "192.168.1.20:3000", true)).toEqual([CABLE, NAME]);
  });

  it("do not begin with a name, or an address that nobody can read out, only because it works here", () => {
    expect(invitations([WIFI, SIX, NAME], "laptop.local:3000")[0]).toBe(WIFI);
    expect(invitations([WIFI, SIX, NAME], "[fd00::20]:3000")).toEqual([WIFI, SIX, NAME]);
    expect(invitations([NAME], "laptop.local:3000")).toEqual([NAME]);
  });

  it("are none where only the laptop itself can open it", () => {
    expect(invitations([], "127.0.0.1:3000")).toEqual([]);
    expect(invitations(["https://127.0.0.1:3000", "https://[::1]:3000"], "127.0.0.1:3000")).toEqual([]);
    expect(invitations(["https://127.0.0.1:3000", WIFI], "127.0.0.1:3000")).toEqual([WIFI]);
  });

  it("leave out what this version does not know", () => {
    expect(invitations(["https://a/b", "tcp://x", WIFI], "localhost")).toEqual([WIFI]);
  });
});
