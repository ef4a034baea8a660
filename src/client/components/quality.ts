import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { describe, numbersOf } from "../connection.ts";
import type { Quality } from "../quality.ts";
import { words } from "../words/later.ts";
import { signal } from "./call-icons.ts";
import { EarshotElement } from "./element.ts";
import "./panel.ts";
import type { EarshotPanel } from "./panel.ts";
import { base } from "./styles.ts";

/** How good the connection is: a sign and plain words, and the numbers one tap deeper. */
@customElement("earshot-quality")
export class EarshotQuality extends EarshotElement {
  @property({ attribute: false }) quality: Quality | undefined;
  @state() private opened = false;
  @query("earshot-panel") private panel!: EarshotPanel | null;

  static override styles = [
    base,
    css`
      button {
        justify-content: start;
        gap: var(--gap-2);
        margin-inline: calc(var(--gap-2) * -1);
        padding: 0 var(--gap-2);
        border-radius: var(--radius);
        font-size: var(--small);
        text-align: start;
        pointer-events: auto;
      }
      button:focus-visible {
        outline-offset: -3px;
      }
      /* What is there of the signal, on what there might be. */
      i {
        display: grid;
        flex: none;
      }
      .icon {
        grid-area: 1 / 1;
        width: 1.25rem;
        height: 1.25rem;
      }
      .icon:first-child {
        opacity: 0.35;
      }
      .fair,
      .poor {
        color: #ffd58a;
      }
      .words {
        margin-bottom: var(--gap-3);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--gap-2) var(--gap-4);
        margin: 0;
        font-size: var(--small);
      }
      dt {
        color: var(--soft);
      }
      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      /* A sign is enough where there is little room, as long as all is well. */
      @media (max-width: 40rem) {
        .good span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }
      }
    `,
  ];

  /** Whether its numbers are open. */
  get open(): boolean {
    return this.panel !== null;
  }

  override render() {
    const { quality } = this;
    if (!quality) return nothing;
    return html`<button class=${quality.grade} aria-haspopup="dialog" @click=${() => (this.opened = true)}>
        <i>${signal.good}${signal[quality.grade]}</i><span>${describe(quality)}</span>
      </button>
      ${this.opened ? this.#numbers(quality) : nothing}`;
  }

  #numbers(quality: Quality) {
    return html`<earshot-panel heading=${words.quality.title} @close=${() => (this.opened = false)}>
      <p class="words">${describe(quality)}</p>
      <dl>
        ${numbersOf(quality).map(
          ({ name, value }) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </earshot-panel>`;
  }
}
