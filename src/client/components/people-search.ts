import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { words } from "../words/current.ts";
import { EarshotElement } from "./element.ts";
import { close, search } from "./icons.ts";
import { base } from "./styles.ts";

/** Where a name can be typed, to find somebody among many. Says `searched` with what is typed; `result` says what came of it. */
@customElement("earshot-search")
export class EarshotSearch extends EarshotElement {
  @property() query = "";
  @property() result = "";
  /** The result stands elsewhere, too, and larger. */
  @property({ type: Boolean }) quiet = false;
  @query("input") private box!: HTMLInputElement;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .box {
        position: relative;
      }
      .box > .icon {
        position: absolute;
        top: 0.875rem;
        left: 0.875rem;
        width: 1.25rem;
        height: 1.25rem;
        color: var(--soft);
        pointer-events: none;
      }
      input {
        padding: 0 3.25rem 0 2.75rem;
        border-radius: 99rem;
        -webkit-appearance: none;
        appearance: none;
      }
      /* Ours is one that a thumb hits. */
      ::-webkit-search-cancel-button {
        display: none;
      }
      button {
        position: absolute;
        top: 0.125rem;
        right: 0.125rem;
        color: var(--soft);
      }
      button .icon {
        width: 1.25rem;
        height: 1.25rem;
      }
      p {
        padding: var(--gap-2) var(--gap-1) 0;
        color: var(--soft);
        font-size: var(--small);
      }
      p:empty {
        padding: 0;
      }
    `,
  ];

  override focus(): void {
    this.box.focus();
    this.box.select();
  }

  override render() {
    const { label, clear } = words.search;
    return html`<div class="box" role="search">
        ${search}
        <input
          type="search"
          aria-label=${label}
          placeholder=${label}
          .value=${this.query}
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="search"
          @input=${() => this.#say(this.box.value)}
          @keydown=${this.#key}
        />
        ${
          this.query === ""
            ? nothing
            : html`<button aria-label=${clear} @click=${() => this.#clear()}>${close}</button>`
        }
      </div>
      <p role="status" class=${this.quiet ? "unseen" : ""}>${this.result}</p>`;
  }

  #key = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    // A phone puts its keyboard away, and shows who was found.
    if (event.key === "Enter" && matchMedia("(pointer: coarse)").matches) this.box.blur();
    if (event.key !== "Escape" || this.query === "") return;
    // It is not meant for the sheet around it.
    event.preventDefault();
    event.stopPropagation();
    this.#clear();
  };

  #clear(): void {
    this.#say("");
    this.box.focus();
  }

  #say(query: string): void {
    this.dispatchEvent(new CustomEvent<string>("searched", { detail: query }));
  }
}
