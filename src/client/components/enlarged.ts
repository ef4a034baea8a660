import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { words } from "../words/current.ts";
import { talkWords } from "../words/talk/current.ts";
import { EarshotElement } from "./element.ts";
import { close } from "./icons.ts";
import { base } from "./styles.ts";
import { download } from "./talk-icons.ts";

/** A picture over the whole screen, as a picture and nothing else; says `save`, and `close` when it is put away. */
@customElement("earshot-enlarged")
export class EarshotEnlarged extends EarshotElement {
  @property() name = "";
  /** Of the picture: a blob: URL. */
  @property() url = "";
  @property({ type: Boolean }) savable = false;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    css`
      :host {
        --focus: var(--on-stage);
      }
      dialog {
        display: flex;
        flex-direction: column;
        width: 100%;
        max-width: none;
        height: 100%;
        max-height: none;
        margin: 0;
        padding: var(--top) var(--right) var(--bottom) var(--left);
        border: 0;
        background: var(--stage);
        color: var(--on-stage);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        padding: var(--gap-2) var(--gap-2) var(--gap-2) var(--gap-4);
      }
      h2 {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        font-size: 1rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      img {
        flex: 1;
        min-height: 0;
        object-fit: contain;
      }
      @media (hover: hover) {
        button:hover {
          background: #ffffff24;
        }
      }
    `,
  ];

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    const { name } = this;
    return html`<dialog aria-label=${name} @close=${() => this.dispatchEvent(new Event("close"))}>
      <header>
        <h2 dir="auto">${name}</h2>
        ${
          this.savable
            ? html`<button
                aria-label=${talkWords.files.save(name)}
                @click=${() => this.dispatchEvent(new Event("save"))}
              >
                ${download}
              </button>`
            : nothing
        }
        <button aria-label=${words.common.close} @click=${() => this.dialog.close()}>${close}</button>
      </header>
      <img src=${this.url} alt=${name} @click=${() => this.dialog.close()} />
    </dialog>`;
  }
}
