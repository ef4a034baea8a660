/** What this browser remembers of its user. */
import * as v from "valibot";
import { Peer } from "../protocol/messages.ts";
import { cleanName } from "../protocol/name.ts";
import { load, save, type Storing } from "./storage.ts";
import { type Language, LANGUAGES } from "./words/languages.ts";

/** Where they are, in localStorage. */
export const SETTINGS = "earshot";

const text = (max: number) => v.fallback(v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(max))), undefined);

/** How many people can be blocked. */
export const MOST_BLOCKED = 200;

const flag = v.fallback(v.optional(v.boolean()), undefined);

const Blocked = v.object({ id: Peer.entries.id, name: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)) });

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
  speakerId: text(512),
  appearance: v.fallback(v.optional(v.picklist(["light", "dark"])), undefined),
  language: v.fallback(v.optional(v.picklist(Object.keys(LANGUAGES) as Language[])), undefined),
  ringVolume: v.fallback(v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), undefined),
  silent: flag,
  doNotDisturb: flag,
  echoCancellation: flag,
  noiseSuppression: flag,
  autoGainControl: flag,
  autoImages: flag,
  /** The user has read that a phone that sleeps cannot ring. */
  toldAsleep: flag,
  /** The user has been offered that the system tells of calls. */
  toldNotifications: flag,
  /** The name about which the user has read that somebody else's looks like it. */
  toldAlike: text(1024),
  /** Whose calls do not ring here; one that is not valid is left out. */
  blocked: v.fallback(
    v.optional(
      v.pipe(
        v.array(v.fallback(v.nullable(Blocked), null)),
        v.transform((people) => people.filter((person) => person !== null).slice(0, MOST_BLOCKED)),
      ),
    ),
    undefined,
  ),
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
