/** What this browser remembers of its user. */
import * as v from "valibot";
import { Peer } from "../protocol/messages.ts";
import { cleanName } from "../protocol/name.ts";
import { load, save, type Storing } from "./storage.ts";

/** Where they are, in localStorage. */
export const SETTINGS = "earshot";

const text = (max: number) => v.fallback(v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(max))), undefined);

const Settings = v.object({
  name: v.fallback(
    v.optional(
      v.pipe(
        v.string(),
        v.check((name) => cleanName(name) === name),
      ),
    ),
    undefined,
  ),
  // Another one would be refused by the server for ever.
  id: v.fallback(v.optional(Peer.entries.id), undefined),
  token: text(256),
  cameraId: text(512),
  microphoneId: text(512),
  /** The user has read that a phone that sleeps cannot ring. */
  toldAsleep: v.fallback(v.optional(v.boolean()), undefined),
  /** Where the server answered last, for a page that does not find it any more. */
  addresses: v.fallback(v.optional(v.array(v.pipe(v.string(), v.maxLength(512)))), undefined),
});

/** Each field is absent until it is known. */
export type Settings = v.InferOutput<typeof Settings>;

/** What is stored, as far as it is valid. Browsers that forbid storage give nothing. */
export function loadSettings(storage?: Storing): Settings {
  return load(SETTINGS, Settings, storage) ?? {};
}

/** Store these settings. Returns false if the browser does not allow that; the page then works until it is closed. */
export function saveSettings(settings: Settings, storage?: Storing): boolean {
  return save(SETTINGS, settings, storage);
}
