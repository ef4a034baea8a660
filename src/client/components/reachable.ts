import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { intend } from "../state.ts";
import { earshot } from "./icons.ts";
import { base } from "./styles.ts";
import { words } from "../words/later.ts";

/** The dimmed screen of a phone that stays reachable; a tap anywhere lights it again. */
@customElement("earshot-reachable")
export class EarshotReachable extends EarshotElement {
  /** The user's own. */
  @property() name = "";
  /** There is no connection, so nobody can call. */
  @property({ type: Boolean }) offline = false;
  /** Missed calls that the user has not taken note of. */
  @property({ type: Number }) missed = 0;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    css`
      dialog {
        position: fixed;
        inset: 0;
        width: 100%;
        max-width: none;
        height: 100%;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        overflow: hidden;
        background: #000;
        color: #8b949d;
      }
      button {
        display: flex;
        flex-direction: column;
        gap: var(--gap-2);
        width: 100%;
        height: 100%;
        padding: var(--gap-8);
        border-radius: 0;
        text-align: center;
        /* Slowly here and there, or it would burn itself into the screen. */
        animation: wander 8min ease-in-out infinite alternate;
      }
      button:focus-visible {
        outline: none;
      }
      b {
        color: #aab2ba;
        font-size: var(--large);
      }
      .icon {
        width: 2.5rem;
        height: 2.5rem;
        margin-bottom: var(--gap-2);
        color: #3c7f78;
      }
      .missed {
        color: #ff8a8a;
      }
      @keyframes wander {
        from {
          transform: translateY(-28vh);
        }
        to {
          transform: translateY(28vh);
        }
      }
    `,
  ];

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    return html`<dialog aria-label=${words.reachable.title} @close=${this.#wake}>
      <button @click=${this.#wake}>
        ${earshot}
        <b>${this.offline ? words.reachable.looking : words.reachable.canBeCalled(this.name)}</b>
        ${this.missed > 0 ? html`<span class="missed">${words.reachable.missed(this.missed)}</span>` : nothing}
        <span>${words.reachable.screenStaysOn}</span>
        <span>${words.reachable.back}</span>
      </button>
    </dialog>`;
  }

  #wake = (): void => {
    intend(this, { type: "stay-reachable", on: false });
  };
}
