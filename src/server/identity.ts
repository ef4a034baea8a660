/** Tokens that prove an id: stateless, and good across restarts because the secret is kept in the state folder. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { ConfigError, reason } from "./config-error.ts";

export interface Identity {
  /** The token that proves `id`, now and after restarts. */
  tokenFor(id: string): string;
  /** Whether `token` is the one for `id`; takes the same time for any wrong one. */
  proves(id: string, token: string): boolean;
}

/** Of SHA-256's own size; a longer one would add nothing (RFC 2104, 3). */
const SECRET_BYTES = 32;

export function createIdentity(secret: Buffer): Identity {
  const digest = (id: string) => createHmac("sha256", secret).update(id).digest();
  return {
    tokenFor: (id) => digest(id).toString("base64url"),
    proves(id, token) {
      const [expected, given] = [Buffer.from(digest(id).toString("base64url")), Buffer.from(token)];
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}

/** The secret in the state folder `home`, made when there is none. Throws a `ConfigError` that names EARSHOT_HOME. */
export function loadSecret(home: string): Buffer {
  const path = join(home, "secret");
  const secret = read(path) ?? create(home, path);
  if (secret.length >= SECRET_BYTES) return secret;
  throw new ConfigError(
    `EARSHOT_HOME: ${path} is damaged; delete it, and a new one is made. People then appear under new ids.`,
  );
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new ConfigError(`EARSHOT_HOME: cannot read ${path}: ${reason(error)}.`, { cause: error });
  }
}

/** Servers that start at once agree: each writes its secret aside, and the first that puts it in its place has it. */
function create(home: string, path: string): Buffer {
  const aside = join(home, `secret.${randomBytes(6).toString("hex")}`);
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    try {
      write(aside, randomBytes(SECRET_BYTES));
      linkSync(aside, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(aside, { force: true });
    }
    return readFileSync(path);
  } catch (error) {
    throw new ConfigError(
      `EARSHOT_HOME: cannot write ${path}: ${reason(error)}. Set EARSHOT_HOME to a folder that can be written.`,
      { cause: error },
    );
  }
}

function write(path: string, data: Buffer): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, data);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
