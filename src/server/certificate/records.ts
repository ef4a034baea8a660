/** Which certificates are Earshot's own: the state folder knows them by their fingerprints. All others are the operator's. */
import { join } from "node:path";
import * as v from "valibot";
import { ConfigError, reason } from "../config-error.ts";
import { read, replace } from "./files.ts";

const Made = v.object({
  /** The certificate's, and its authority's: SHA-256, as "AB:CD:…". */
  fingerprint: v.string(),
  authority: v.string(),
  /** What it was to cover, also where its authority did not permit that. */
  names: v.array(v.string()),
});
export type Made = v.InferOutput<typeof Made>;

/** There is one more whenever the computer comes to another network; a pair that is forgotten is never renewed again. */
const KEPT = 1000;

const pathIn = (home: string) => join(home, "certificates.json");

/** The record of the certificate with this fingerprint; undefined if it is not ours. A list of another form knows none. */
export function recordOf(home: string, fingerprint: string): Made | undefined {
  return list(home).find((record) => record.fingerprint === fingerprint);
}

/** Throws a `ConfigError` that names EARSHOT_HOME. */
export function addRecord(home: string, record: Made): void {
  const path = pathIn(home);
  const content = `${JSON.stringify([record, ...list(home)].slice(0, KEPT), undefined, 2)}\n`;
  try {
    replace({ path, content, mode: 0o600 });
  } catch (error) {
    throw new ConfigError(
      `EARSHOT_HOME: cannot write ${path}: ${reason(error)}. Set EARSHOT_HOME to a folder that can be written.`,
      { cause: error },
    );
  }
}

function list(home: string): Made[] {
  const path = pathIn(home);
  try {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), v.array(Made)), read(path) ?? "[]");
    return parsed.success ? parsed.output : [];
  } catch (error) {
    throw new ConfigError(`EARSHOT_HOME: cannot read ${path}: ${reason(error)}.`, { cause: error });
  }
}
