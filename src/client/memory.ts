/** The settings of this page, which are those of all tabs of this browser. */
import { loadSettings, saveSettings, type Settings } from "./settings.ts";
import type { Storing } from "./storage.ts";

export interface MemoryOptions {
  /** They are other ones now: changed here, or in another tab. */
  changed(settings: Settings): void;
  /** The browser keeps nothing. */
  unsaved(): void;
  storage?: Storing;
}

export class Memory {
  readonly #options: MemoryOptions;
  #settings: Settings;

  constructor(options: MemoryOptions) {
    this.#options = options;
    this.#settings = loadSettings(options.storage);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Change some of them, and keep that. */
  remember(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change };
    if (!saveSettings(this.#settings, this.#options.storage)) this.#options.unsaved();
    this.#options.changed(this.#settings);
  }

  /** Another tab has changed what is kept; one that keeps no name has only just begun. */
  reload(): void {
    const changed = loadSettings(this.#options.storage);
    if (changed.name === undefined) return;
    this.#settings = changed;
    this.#options.changed(changed);
  }
}
