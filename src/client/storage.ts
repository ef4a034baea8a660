/** localStorage with a schema. Garbage there, or no storage at all, never breaks the page. */
import * as v from "valibot";

/** Where things are kept; asking for it may throw, where the browser forbids it. */
export type Storing = () => Storage;

const local: Storing = () => localStorage;

/** What is stored under this key; undefined if it is nothing, garbage, or not to be had. */
export function load<S extends v.GenericSchema>(
  key: string,
  schema: S,
  storage: Storing = local,
): v.InferOutput<S> | undefined {
  try {
    const stored = storage().getItem(key);
    return stored === null ? undefined : v.parse(v.pipe(v.string(), v.parseJson(), schema), stored);
  } catch {
    // Not JSON, of another form, or no storage: the same as a first visit.
    return undefined;
  }
}

/** Store a value that JSON can hold. Returns false if the browser does not allow that; the page then works until it is closed. */
export function save(key: string, value: unknown, storage: Storing = local): boolean {
  try {
    storage().setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
