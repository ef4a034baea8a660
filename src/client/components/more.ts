import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { MediaState } from "../state.ts";
import { words } from "../words/later.ts";
import "./devices.ts";
import { EarshotElement } from "./element.ts";
import "./panel.ts";
import type { EarshotPanel } from "./panel.ts";
import { base } from "./styles.ts";

/** Something that can be done in a call, and is not wanted often. */
export interface Item {
  readonly icon: TemplateResult;
  readonly name: string;
  /** As `aria-keyshortcuts` has it (WAI-ARIA 1.2). */
  readonly keys?: string;
  press(): void;
}

/** What is wanted in a call now and then: other devices, and how the picture is shown. Says `close` when it is put away. */
@customElement("earshot-more")
export class EarshotMore extends EarshotElement {
  @property({ attribute: false }) media!: MediaState;
  @property({ attribute: false }) items: readonly Item[] = [];
  @query("earshot-panel") private panel!: EarshotPanel;

  static override styles = [
    base,
    css`
      ul {
        margin: 0 calc(var(--gap-2) * -1) var(--gap-2);
        list-style: none;
      }
      li button {
        justify-content: start;
        gap: var(--gap-3);
        width: 100%;
        min-height: 3rem;
        padding: var(--gap-1) var(--gap-2);
        border-radius: var(--radius);
        text-align: start;
      }
      li button:hover {
        background: var(--hover);
      }
      li .icon {
        color: var(--soft);
      }
      kbd {
        margin-inline-start: auto;
        padding: 0 var(--gap-2);
        border: 1px solid var(--line);
        border-radius: var(--gap-1);
        color: var(--soft);
        font: inherit;
        font-size: var(--small);
      }
      earshot-devices {
        padding-bottom: var(--gap-1);
      }
    `,
  ];

  override render() {
    return html`<earshot-panel heading=${words.call.more} @close=${() => this.dispatchEvent(new Event("close"))}>
      <ul>
        ${this.items.map(
          ({ icon, name, keys, press }) =>
            html`<li>
              <button aria-keyshortcuts=${keys ?? nothing} @click=${() => this.#press(press)}>
                ${icon}<span>${name}</span>${keys ? html`<kbd aria-hidden="true">${keys}</kbd>` : nothing}
              </button>
            </li>`,
        )}
      </ul>
      <earshot-devices .media=${this.media}></earshot-devices>
    </earshot-panel>`;
  }

  /** While the finger or key still counts as one: full screen wants that. */
  #press(press: () => void): void {
    press();
    this.panel.close();
  }
}
