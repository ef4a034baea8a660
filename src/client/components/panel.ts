import { css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { words } from "../words/current.ts";
import { EarshotElement } from "./element.ts";
import { close } from "./icons.ts";
import { sheet } from "./sheet.ts";
import { base } from "./styles.ts";

/** A sheet above a call, for as long as it is on the page; says `close` when it is put away: by its button, Esc, or a tap beside it. */
@customElement("earshot-panel")
export class EarshotPanel extends EarshotElement {
  @property() heading = "";
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    sheet,
    css`
      dialog {
        width: min(24rem, 100%);
      }
      /* The call goes on behind it, and should be seen. */
      dialog::backdrop {
        background: #0005;
      }
      header {
        gap: var(--gap-4);
      }
      h2 {
        font-size: var(--large);
      }
    `,
  ];

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  /** The focus goes back to where it was. */
  close(): void {
    this.dialog.close();
  }

  override render() {
    return html`<dialog
      aria-labelledby="title"
      @click=${this.#beside}
      @close=${() => this.dispatchEvent(new Event("close"))}
    >
      <header>
        <h2 id="title">${this.heading}</h2>
        <button class="quiet" aria-label=${words.common.close} @click=${this.close}>${close}</button>
      </header>
      <slot></slot>
    </dialog>`;
  }

  #beside = ({ target, clientX: x, clientY: y }: MouseEvent): void => {
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    if (target === this.dialog && (x < left || x > right || y < top || y > bottom)) this.close();
  };
}
