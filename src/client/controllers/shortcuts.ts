import type { ReactiveController } from "lit";
import { type Shortcut, shortcutOf } from "../keys.ts";

/** What each key does here; one that is left out does nothing. */
export type Shortcuts = Readonly<Partial<Record<Shortcut, () => void>>>;

/** Listens for the keys, wherever the focus is, for as long as its host is on the page. */
export class ShortcutsController implements ReactiveController {
  readonly #shortcuts: Shortcuts;

  constructor(shortcuts: Shortcuts) {
    this.#shortcuts = shortcuts;
  }

  hostConnected(): void {
    window.addEventListener("keydown", this.#key);
  }

  hostDisconnected(): void {
    window.removeEventListener("keydown", this.#key);
  }

  readonly #key = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(event);
    const act = shortcut && this.#shortcuts[shortcut];
    if (!act) return;
    // It should not also be typed into what it opens.
    event.preventDefault();
    act();
  };
}
