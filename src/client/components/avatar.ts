import { css, html, unsafeCSS } from "lit";
import type { TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { hashOf } from "../hash.ts";
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

/** What `avatarOf` looks like; `--size` is its width. */
export const avatars = [
  css`
    .avatar {
      display: grid;
      flex: none;
      place-items: center;
      box-sizing: border-box;
      width: var(--size, 3rem);
      height: var(--size, 3rem);
      border: 1px solid transparent;
      border-radius: 50%;
      overflow: hidden;
      color: #fff;
      font-family: var(--face);
      font-size: calc(var(--size, 3rem) * 0.38);
      font-weight: 600;
      line-height: 1;
      white-space: nowrap;
      -webkit-user-select: none;
      user-select: none;
    }
  `,
  ...COLOURS.map((colour, index) => unsafeCSS(`.c${index}{background:${colour}}`)),
];

/** Somebody's initials on a colour of their own. The name stands beside it, so it has none. */
export const avatarOf = (id: string, name: string): TemplateResult =>
  html`<div class="avatar c${hashOf(id) % COLOURS.length}" aria-hidden="true">${initialsOf(name)}</div>`;

/** The same as an element; `--size` is its width. */
@customElement("earshot-avatar")
export class EarshotAvatar extends EarshotElement {
  @property() who = "";
  @property() name = "";

  static override styles = [
    ...avatars,
    css`
      :host {
        --size: 3rem;
        display: block;
        flex: none;
        width: var(--size);
        height: var(--size);
      }
      .avatar {
        width: 100%;
        height: 100%;
      }
    `,
  ];

  override render() {
    return avatarOf(this.who, this.name);
  }
}
