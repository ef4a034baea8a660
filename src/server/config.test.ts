import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError } from "./config-error.ts";
import { readConfig, stateFolder } from "./config.ts";

const cwd = process.cwd();
const read = (env: Record<string, string>, dotenv = "") =>
  readConfig({ EARSHOT_HOME: "state", ...env }, { dotenv, cwd });

function refusal(env: Record<string, string>, dotenv?: string): string {
  try {
    read(env, dotenv);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error(`accepted ${JSON.stringify(env)}`);
}

describe("readConfig", () => {
  it("has a default for everything", () => {
    expect(read({})).toEqual({
      host: undefined,
      port: 3000,
      keyPath: join(cwd, "key.pem"),
      certPath: join(cwd, "cert.pem"),
      ownCertificate: false,
      iceServers: [],
      home: join(cwd, "state"),
      names: [],
      caroot: undefined,
      room: { people: 2_000, perAddress: 64 },
      allowance: { rate: 50, burst: 200 },
    });
  });

  it("reads the environment, then .env, and takes empty for unset", () => {
    const dotenv = `\uFEFFPORT=4000\nHOST=10.0.0.1\nICE_SERVERS='[{"urls": "stun:10.0.0.2"}]'\n`;
    expect(read({}, dotenv)).toMatchObject({ port: 4000, host: "10.0.0.1", iceServers: [{ urls: "stun:10.0.0.2" }] });
    expect(read({ PORT: "5000", HOST: "" }, dotenv)).toMatchObject({ port: 5000, host: "10.0.0.1" });
    expect(read({ PORT: "", HOST: " ", ICE_SERVERS: "" })).toMatchObject({
      port: 3000,
      host: undefined,
      iceServers: [],
    });
  });

  it.each(["0", "1", "65535", "3000 "])("takes %j for a port", (PORT) => {
    expect(read({ PORT }).port).toBe(Number(PORT));
  });

  it.each(["65536", "-1", "3e3", "0x50", "80.5", "http", "3000;", "99999999999999999999"])(
    "refuses port %j",
    (PORT) => {
      expect(refusal({ PORT })).toContain(`PORT is "${PORT}"; it must be a whole number from 0 to 65535`);
    },
  );

  it("reads more names and addresses, and mkcert's folder", () => {
    const { names, caroot } = read({ NAMES: " Earshot.LAN, ship 10.0.0.7,,fd00::1 ship ", CAROOT: "authority" });
    expect(names).toEqual(["earshot.lan", "ship", "10.0.0.7", "fd00::1"]);
    expect(caroot).toBe(join(cwd, "authority"));
  });

  it.each(["https://earshot.lan", "earshot.lan:3000", "*.lan", "10.0.0.300", "my_laptop", "a..b"])(
    "refuses the name %j",
    (name) => {
      expect(refusal({ NAMES: `good.lan,${name}` })).toContain(`NAMES has "${name}"; it must be names or addresses`);
    },
  );

  it("blames .env's values in the same words, on one line", () => {
    expect(refusal({}, 'PORT="80\n81"')).toMatch(/^PORT is "80\\n81"; .*\.$/);
    expect(refusal({ HOST: "x/".repeat(500) }).length).toBeLessThan(250);
  });

  it.each([
    ["127.0.0.1", "127.0.0.1"],
    ["::", "::"],
    ["[fd00::1]", "fd00::1"],
    ["localhost", "localhost"],
    ["my-laptop.local", "my-laptop.local"],
  ])("takes host %j", (HOST, host) => {
    expect(read({ HOST }).host).toBe(host);
  });

  it.each([
    "https://localhost",
    "localhost:3000",
    "192.168.1.300",
    "192.168.1",
    "a b",
    "-a",
    "fe80::1%eth0",
    "[fe80::1]",
  ])("refuses host %j", (HOST) => {
    expect(refusal({ HOST })).toContain(`HOST is "${HOST}"`);
  });

  it("takes KEY and CERT together only, relative to the working folder", () => {
    expect(read({ KEY: "a.pem", CERT: "/b.pem" })).toMatchObject({
      keyPath: join(cwd, "a.pem"),
      certPath: "/b.pem",
      ownCertificate: true,
    });
    expect(refusal({ KEY: "a.pem" })).toBe("KEY is set, but CERT is not: set both, or neither.");
    expect(refusal({ CERT: "b.pem" }, "KEY=")).toBe("CERT is set, but KEY is not: set both, or neither.");
  });

  it("bounds people and what they may say", () => {
    expect(read({ MAX_PEERS: "10000", MAX_PER_ADDRESS: "1", MESSAGE_RATE: "5" })).toMatchObject({
      room: { people: 10_000, perAddress: 1 },
      allowance: { rate: 5, burst: 20 },
    });
    expect(read({ MESSAGE_RATE: "0" }).allowance).toBeUndefined();
  });

  it.each([
    ["MAX_PEERS", "0"],
    ["MAX_PEERS", "many"],
    ["MAX_PER_ADDRESS", "-1"],
    ["MESSAGE_RATE", "1.5"],
    ["MESSAGE_RATE", "1000001"],
  ])("refuses %s %j", (name, value) => {
    expect(refusal({ [name]: value })).toContain(`${name} is "${value}"; it must be a whole number from `);
  });
});

describe("stateFolder", () => {
  const home = () => "/home/ada";

  it("is where each platform keeps state", () => {
    expect(stateFolder({}, "linux", home)).toBe("/home/ada/.local/state/earshot");
    expect(stateFolder({ XDG_STATE_HOME: "/state" }, "linux", home)).toBe("/state/earshot");
    expect(stateFolder({ XDG_STATE_HOME: "relative" }, "linux", home)).toBe("/home/ada/.local/state/earshot");
    expect(stateFolder({}, "darwin", home)).toBe("/home/ada/Library/Application Support/Earshot");
    expect(stateFolder({ LOCALAPPDATA: "/local" }, "win32", home)).toBe("/local/Earshot");
  });

  it("asks for EARSHOT_HOME where there is no home folder", () => {
    const homeless = () => {
      throw new Error("uv_os_homedir returned ENOENT");
    };
    expect(() => stateFolder({}, "linux", homeless)).toThrow(/^EARSHOT_HOME is not set/);
  });
});
