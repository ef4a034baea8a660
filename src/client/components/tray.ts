import { css, html } from "lit";
import type { PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { sizeOf } from "../measures.ts";
import { talkWords } from "../words/talk/current.ts";
import { EarshotElement } from "./element.ts";
import { close } from "./icons.ts";
import { base } from "./styles.ts";
import { iconOf } from "./talk-icons.ts";

/** The files that are about to be sent; says `remove` (a file) when one shall not. */
@customElement("earshot-tray")
export class EarshotTray extends EarshotElement {
  @property({ attribute: false }) files: readonly File[] = [];
  /** What the pictures among them look like. */
  readonly #pictures = new Map<File, string>();

  static override styles = [
    base,
    css`
      ul {
        display: flex;
        gap: var(--gap-2);
        padding: var(--gap-1);
        overflow-x: auto;
        overscroll-behavior: contain;
        list-style: none;
      }
      li {
        display: flex;
        flex: none;
        align-items: center;
        gap: var(--gap-2);
        max-width: 15rem;
        padding-left: var(--gap-1);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        font-size: var(--small);
      }
      .mark {
        display: grid;
        flex: none;
        place-items: center;
        width: 2.5rem;
        height: 2.5rem;
        margin: var(--gap-1) 0;
        border-radius: 0.625rem;
        overflow: hidden;
        background: var(--well);
        color: var(--accent);
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .about {
        display: grid;
        min-width: 0;
        line-height: 1.3;
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .size {
        color: var(--soft);
        font-size: var(--tiny);
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("files")) return;
    for (const [file, url] of this.#pictures) {
      if (this.files.includes(file)) continue;
      URL.revokeObjectURL(url);
      this.#pictures.delete(file);
    }
    for (const file of this.files)
      if (file.type.startsWith("image/") && !this.#pictures.has(file))
        this.#pictures.set(file, URL.createObjectURL(file));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const url of this.#pictures.values()) URL.revokeObjectURL(url);
    this.#pictures.clear();
  }

  override render() {
    const { tray, remove } = talkWords.field;
    return html`<ul role="list" aria-label=${tray} tabindex="0">
      ${this.files.map((file) => {
        const picture = this.#pictures.get(file);
        return html`<li>
          <span class="mark">${picture === undefined ? iconOf(file.type) : html`<img src=${picture} alt="" />`}</span>
          <span class="about">
            <span class="name" dir="auto">${file.name}</span>
            <span class="size">${sizeOf(file.size)}</span>
          </span>
          <button
            class="quiet"
            type="button"
            aria-label=${remove(file.name)}
            @click=${() => this.dispatchEvent(new CustomEvent("remove", { detail: file }))}
          >
            ${close}
          </button>
        </li>`;
      })}
    </ul>`;
  }
}
