import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";

/** White on each of these has a contrast of 5:1 at least (WCAG AA asks for 4.5). */
const COLOURS = 8;

/** A colour for an id, the same on every device (FNV-1a). */
function colourOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % COLOURS;
}

/** The first letters of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(" ").filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

/** Somebody's initials on a colour of their own; `--size` is its width. The name stands beside it, so it has none. */
@customElement("earshot-avatar")
export class EarshotAvatar extends EarshotElement {
  @property() who = "";
  @property() name = "";

  static override styles = css`
    :host {
      --size: 3rem;
      display: block;
      flex: none;
      width: var(--size);
      height: var(--size);
    }
    div {
      display: grid;
      place-items: center;
      box-sizing: border-box;
      height: 100%;
      border: 1px solid transparent;
      border-radius: 50%;
      color: #fff;
      font-size: calc(var(--size) * 0.38);
      font-weight: 600;
      line-height: 1;
      user-select: none;
    }
    .c0 {
      background: #b3403a;
    }
    .c1 {
      background: #a3500f;
    }
    .c2 {
      background: #7a6200;
    }
    .c3 {
      background: #3f7a1f;
    }
    .c4 {
      background: #0f766e;
    }
    .c5 {
      background: #1f6fb2;
    }
    .c6 {
      background: #5b5bd6;
    }
    .c7 {
      background: #b23a78;
    }
  `;

  override render() {
    return html`<div class="c${colourOf(this.who)}" aria-hidden="true">${initialsOf(this.name)}</div>`;
  }
}
