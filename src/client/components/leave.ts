import { css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { intend } from "../state.ts";
import { sheet } from "./sheet.ts";
import { base } from "./styles.ts";
import { words } from "../words/later.ts";

/** Asks whether the call is really to end, where the browser's Back would have ended it. */
@customElement("earshot-leave")
export class EarshotLeave extends EarshotElement {
  /** The other's name. */
  @property() name = "";
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    sheet,
    css`
      @media (min-width: 32rem) {
        dialog {
          width: 22rem;
        }
      }
      p {
        margin: var(--gap-2) 0 var(--gap-6);
        color: var(--soft);
      }
      .answers {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--gap-3);
      }
      .answers button {
        min-height: 3rem;
        border-radius: var(--radius);
        font-weight: 600;
      }
      .end {
        background: var(--no);
        color: #fff;
      }
      .end:hover {
        filter: brightness(1.08);
      }
    `,
  ];

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    return html`<dialog aria-labelledby="title" aria-describedby="about" @close=${this.#stay}>
      <h2 id="title">${words.leaving.title}</h2>
      <p id="about">${words.leaving.about(this.name)}</p>
      <div class="answers">
        <button class="end" @click=${() => intend(this, { type: "hang-up" })}>${words.leaving.hangUp}</button>
        <button class="primary" autofocus @click=${this.#stay}>${words.leaving.stay}</button>
      </div>
    </dialog>`;
  }

  #stay = (): void => {
    intend(this, { type: "stay" });
  };
}
