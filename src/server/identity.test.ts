import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "./config-error.ts";
import { createIdentity, loadSecret } from "./identity.ts";

describe("createIdentity", () => {
  // RFC 4231, test case 2: the key is "Jefe", the data "what do ya want for nothing?".
  const rfc = createIdentity(Buffer.from("Jefe"));
  const mac = Buffer.from("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", "hex");

  it("signs with HMAC-SHA256", () => {
    expect(rfc.tokenFor("what do ya want for nothing?")).toBe(mac.toString("base64url"));
  });

  it("takes an id's own token and no other", () => {
    const token = rfc.tokenFor("ada");
    expect(rfc.proves("ada", token)).toBe(true);
    expect(rfc.proves("bob", token)).toBe(false);
    expect(createIdentity(Buffer.from("other")).proves("ada", token)).toBe(false);
    for (const wrong of ["", token.slice(1), `${token}=`, token + token, "é".repeat(43), token.replace(/.$/, "~")]) {
      expect(rfc.proves("ada", wrong)).toBe(false);
    }
  });
});

describe("loadSecret", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "earshot-identity-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const home = () => join(folder, "state", "earshot");

  it("makes 32 bytes that only the user can read, and keeps them", () => {
    const secret = loadSecret(home());
    expect(secret).toHaveLength(32);
    expect(new Set(secret).size).toBeGreaterThan(8);
    expect(loadSecret(home())).toEqual(secret);
    expect(readdirSync(home())).toEqual(["secret"]);
    if (process.platform === "win32") return;
    expect(statSync(home()).mode & 0o777).toBe(0o700);
    expect(statSync(join(home(), "secret")).mode & 0o777).toBe(0o600);
  });

  it("is the same for servers that start at once", async () => {
    const script = join(folder, "load.mjs");
    await build({
      stdin: {
        contents: `import { loadSecret } from "./identity.ts";
          for (const home of process.argv.slice(2)) console.log(loadSecret(home).toString("hex"));`,
        resolveDir: import.meta.dirname,
      },
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: script,
    });
    const run = promisify(execFile);
    // Many folders, so that the processes meet in some of them.
    const homes = Array.from({ length: 50 }, (_, index) => join(home(), String(index)));
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, [script, ...homes])));
    expect(new Set(runs.map(({ stdout }) => stdout))).toHaveLength(1);
    for (const each of homes) expect(readdirSync(each)).toEqual(["secret"]);
  });

  it("says so when the secret is too short", () => {
    loadSecret(home());
    writeFileSync(join(home(), "secret"), "short");
    expect(() => loadSecret(home())).toThrow(/^EARSHOT_HOME: .*secret is damaged; delete it/);
    expect(() => loadSecret(home())).toThrow(ConfigError);
  });

  it("says so when a file is in the way", () => {
    writeFileSync(join(folder, "state"), "");
    expect(() => loadSecret(home())).toThrow(/^EARSHOT_HOME: cannot \w+ .*: a file is in the way/);
  });

  it.skipIf(process.platform === "win32")(
    "says so when the folder may not be written, or the secret not be read",
    () => {
      chmodSync(folder, 0o555);
      asUser(() => expect(() => loadSecret(home())).toThrow(/^EARSHOT_HOME: cannot write .*: permission denied/));
      chmodSync(folder, 0o755);
      loadSecret(home());
      chmodSync(join(folder, "state"), 0);
      asUser(() => expect(() => loadSecret(home())).toThrow(/^EARSHOT_HOME: cannot read .*: permission denied/));
      chmodSync(join(folder, "state"), 0o755);
    },
  );
});

/** Run without root's privileges, to whom no file is closed. */
function asUser(run: () => void): void {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65534);
  try {
    run();
  } finally {
    process.seteuid?.(0);
  }
}
