import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { MediaQueryController } from "../controllers/media-query.ts";
import { talkWords } from "../words/talk/current.ts";
import { EarshotElement } from "./element.ts";
import { base } from "./styles.ts";
import { attach, file, images, takePhoto } from "./talk-icons.ts";

/** A device that is held, and has a camera at its back. */
const HELD = "(pointer: coarse)";

/** The button for files: a menu on a phone, whose systems ask different things for each kind. Says `chosen` (files). */
@customElement("earshot-attach")
export class EarshotAttach extends EarshotElement {
  @state() private open = false;
  @query(".attach") private button!: HTMLButtonElement;
  #held = new MediaQueryController(this, HELD);

  static override styles = [
    base,
    css`
      :host {
        position: relative;
        flex: none;
      }
      .attach {
        color: var(--soft);
      }
      .menu {
        position: absolute;
        bottom: calc(100% + var(--gap-2));
        left: 0;
        z-index: 2;
        display: grid;
        width: max-content;
        max-width: calc(100vw - 2 * var(--gap-3));
        padding: var(--gap-1);
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      .menu button {
        justify-content: flex-start;
        gap: var(--gap-3);
        min-height: 3rem;
        padding: 0 var(--gap-6) 0 var(--gap-3);
        border-radius: calc(var(--round) - var(--gap-1));
      }
      .menu .icon {
        color: var(--accent);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("pointerdown", this.#beside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("pointerdown", this.#beside);
  }

  override focus(): void {
    this.button.focus();
  }

  override render() {
    const { attach: name } = talkWords.field;
    const held = this.#held.matches;
    return html`<span @keydown=${this.#key}>
        <button
          type="button"
          class="attach quiet"
          aria-label=${name}
          title=${name}
          aria-expanded=${held ? this.open : nothing}
          @click=${() => (held ? (this.open = !this.open) : this.#pick("any"))}
        >
          ${attach}
        </button>
        ${held && this.open ? this.#menu() : nothing}
      </span>
      <input type="file" id="photo" hidden accept="image/*" capture="environment" @change=${this.#chosen} />
      <input type="file" id="media" hidden accept="image/*,video/*" multiple @change=${this.#chosen} />
      <input type="file" id="any" hidden multiple @change=${this.#chosen} />`;
  }

  #menu() {
    const { takePhoto: photo, photos, files } = talkWords.field;
    return html`<div class="menu" role="group" aria-label=${talkWords.field.attach}>
      <button type="button" class="quiet" @click=${() => this.#pick("photo")}>${takePhoto} ${photo}</button>
      <button type="button" class="quiet" @click=${() => this.#pick("media")}>${images} ${photos}</button>
      <button type="button" class="quiet" @click=${() => this.#pick("any")}>${file} ${files}</button>
    </div>`;
  }

  /** While the tap still counts as one: the browser wants that. */
  #pick(id: "photo" | "media" | "any"): void {
    this.open = false;
    this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.click();
  }

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = "";
    if (files.length > 0) this.dispatchEvent(new CustomEvent<readonly File[]>("chosen", { detail: files }));
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.open) return;
    // It is the menu's, and closes nothing else.
    event.stopPropagation();
    event.preventDefault();
    this.open = false;
    this.button.focus();
  };

  #beside = (event: Event): void => {
    if (this.open && !event.composedPath().includes(this)) this.open = false;
  };
}
