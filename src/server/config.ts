/** The operator's settings: from the environment and `.env`, checked before anything starts. */
import { homedir } from "node:os";
import { isIP } from "node:net";
import { isAbsolute, join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { iceServersFrom, type IceServer } from "./ice-servers.ts";
import { ConfigError } from "./config-error.ts";
import type { Allowance } from "./bucket.ts";
import type { Room } from "./people.ts";

export interface Config {
  /** The address or name to bind; absent for all addresses. */
  readonly host: string | undefined;
  /** 0 to 65535, where 0 lets the system pick one. */
  readonly port: number;
  /** Absolute paths of the PEM files, which need not exist. */
  readonly keyPath: string;
  readonly certPath: string;
  /** Whether KEY and CERT were set; if not, Earshot may make the files. */
  readonly ownCertificate: boolean;
  readonly iceServers: IceServer[];
  /** The state folder, as an absolute path. */
  readonly home: string;
  /** More names and addresses by which this server is opened, in lower case. */
  readonly names: readonly string[];
  /** The folder of mkcert's own authority, which is to sign instead of ours; an absolute path. */
  readonly caroot: string | undefined;
  /** How many people, and how many from one address: MAX_PEERS and MAX_PER_ADDRESS. */
  readonly room: Room;
  /** Messages that one connection may send; absent for any number. */
  readonly allowance: Allowance | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings in `env` and in `dotenv`, the text of a `.env` file; the environment wins, and an empty value
 * counts as unset. Relative paths start at `cwd`. Throws a `ConfigError` about the first bad value.
 */
export function readConfig(env: Environment, { dotenv = "", cwd }: { dotenv?: string; cwd: string }): Config {
  const file = parseEnv(dotenv.replace(/^\uFEFF/, ""));
  const get = (name: string) => env[name]?.trim() || file[name]?.trim() || undefined;

  const [key, cert, home, caroot] = [get("KEY"), get("CERT"), get("EARSHOT_HOME"), get("CAROOT")];
  if (!key !== !cert) {
    const [set, unset] = key ? ["KEY", "CERT"] : ["CERT", "KEY"];
    throw new ConfigError(`${set} is set, but ${unset} is not: set both, or neither.`);
  }
  return {
    host: hostFrom(get("HOST")),
    port: portFrom(get("PORT")),
    keyPath: resolve(cwd, key ?? "key.pem"),
    certPath: resolve(cwd, cert ?? "cert.pem"),
    ownCertificate: key !== undefined,
    iceServers: iceServersFrom(get("ICE_SERVERS")),
    home: home === undefined ? stateFolder(env) : resolve(cwd, home),
    names: namesFrom(get("NAMES")),
    caroot: caroot === undefined ? undefined : resolve(cwd, caroot),
    room: {
      people: countFrom("MAX_PEERS", get("MAX_PEERS"), { least: 1, usual: 2_000 }),
      perAddress: countFrom("MAX_PER_ADDRESS", get("MAX_PER_ADDRESS"), { least: 1, usual: 64 }),
    },
    allowance: allowanceFrom(countFrom("MESSAGE_RATE", get("MESSAGE_RATE"), { least: 0, usual: 50 })),
  };
}

const MOST = 1_000_000;

function countFrom(
  name: string,
  value: string | undefined,
  { least, usual }: { least: number; usual: number },
): number {
  if (value === undefined) return usual;
  const count = /^\d{1,7}$/.test(value) ? Number(value) : NaN;
  if (count >= least && count <= MOST) return count;
  throw new ConfigError(`${name} is ${shown(value)}; it must be a whole number from ${least} to ${MOST}.`);
}

/** So many messages a second for ever, and four times as many at once; 0 for any number. */
function allowanceFrom(rate: number): Allowance | undefined {
  return rate === 0 ? undefined : { rate, burst: 4 * rate };
}

function portFrom(value = "3000"): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65535) return Number(value);
  throw new ConfigError(
    `PORT is ${shown(value)}; it must be a whole number from 0 to 65535, where 0 picks a free one.`,
  );
}

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i;

function hostFrom(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const host = value.replace(/^\[(.*)\]$/, "$1");
  if (/^fe[89ab]/i.test(host) && isIP(host) === 6) {
    throw new ConfigError(`HOST is ${shown(value)}, a link-local address, which no browser can open; use another one.`);
  }
  const mistyped = /^[\d.]+$/.test(host) && isIP(host) === 0;
  if (isIP(host) !== 0 || (HOST_NAME.test(host) && !mistyped)) return host;
  throw new ConfigError(
    `HOST is ${shown(value)}; it must be an address or name of this computer, without scheme and port, such as 192.168.1.20.`,
  );
}

/** Separated by commas or spaces. An underscore may stand in a name, but in no certificate. */
function namesFrom(value = ""): string[] {
  const names = value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const wrong = names.find((name) => isIP(name) === 0 && (!HOST_NAME.test(name) || /^[\d.]+$|_/.test(name)));
  if (wrong === undefined) return [...new Set(names)];
  throw new ConfigError(
    `NAMES has ${shown(wrong)}; it must be names or addresses of this computer, without scheme and port, such as earshot.lan, separated by commas.`,
  );
}

/** Where a program of this platform keeps its state, unless EARSHOT_HOME says otherwise. */
export function stateFolder(env: Environment, platform: NodeJS.Platform = process.platform, home = homedir): string {
  try {
    switch (platform) {
      case "win32":
        return join(env["LOCALAPPDATA"] || join(home(), "AppData", "Local"), "Earshot");
      case "darwin":
        return join(home(), "Library", "Application Support", "Earshot");
      default: {
        // The XDG Base Directory Specification says to ignore relative paths.
        const state = env["XDG_STATE_HOME"];
        return join(state && isAbsolute(state) ? state : join(home(), ".local", "state"), "earshot");
      }
    }
  } catch (error) {
    throw new ConfigError("EARSHOT_HOME is not set, and this user has no home folder: set it to a folder.", {
      cause: error,
    });
  }
}

/** A value as an error message quotes it: on one line, and not for ever. */
function shown(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
