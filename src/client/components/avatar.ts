import { css, html, unsafeCSS } from "lit";
import { customElement, property } from "lit/decorators.js";
import { initialsOf } from "../initials.ts";
import { EarshotElement } from "./element.ts";

/** Once around the wheel, in earth and sea; white on each has a contrast of 5.6 at least (WCAG AA asks for 4.5). */
const COLOURS = [
  "#b0412f", // brick
  "#9a5312", // amber
  "#7d6200", // ochre
  "#5a6b0d", // olive
  "#3a7423", // moss
  "#12745a", // pine
  "#0b7079", // lagoon
  "#1d6aa5", // sea
  "#4a5fc4", // cornflower
  "#7352b8", // iris
  "#98419a", // mallow
  "#b03766", // rose
] as const;

/** A colour for an id, the same on every device (FNV-1a). */
function colourOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % COLOURS.length;
}

/** Somebody's initials on a colour of their own; `--size` is its width. The name stands beside it, so it has none. */
@customElement("earshot-avatar")
export class EarshotAvatar extends EarshotElement {
  @property() who = "";
  @property() name = "";

  static override styles = [
    css`
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
        overflow: hidden;
        color: #fff;
        font-family: var(--face);
        font-size: calc(var(--size) * 0.38);
        font-weight: 600;
        line-height: 1;
        white-space: nowrap;
        -webkit-user-select: none;
        user-select: none;
      }
    `,
    ...COLOURS.map((colour, index) => unsafeCSS(`.c${index}{background:${colour}}`)),
  ];

  override render() {
    return html`<div class="c${colourOf(this.who)}" aria-hidden="true">${initialsOf(this.name)}</div>`;
  }
}
