import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { intend } from "../state.ts";
import { words } from "../words/current.ts";
import { bell } from "./icons.ts";
import { base } from "./styles.ts";

/** Offers once, where it can be done, that the system tells of calls; the browser asks only if the user wants that. */
@customElement("earshot-notify")
export class EarshotNotify extends EarshotElement {
  @property({ type: Boolean }) offered = false;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--gap-2) var(--gap-3);
        margin-top: var(--gap-4);
        padding: var(--gap-4);
        border: 1px solid transparent;
        border-radius: var(--round);
        background: var(--tint);
        font-size: var(--small);
      }
      .icon {
        color: var(--accent);
      }
      div {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        justify-content: flex-end;
        gap: var(--gap-2);
      }
      .quiet {
        padding: 0 var(--gap-4);
        color: var(--text);
      }
    `,
  ];

  override render() {
    if (!this.offered) return nothing;
    const { title, offer, offerWhy, notNow, turnOn } = words.notifications;
    return html`<section aria-label=${title}>
      ${bell}
      <p><b>${offer}</b> ${offerWhy}</p>
      <div>
        <button class="quiet" @click=${() => intend(this, { type: "told-notifications" })}>${notNow}</button>
        <button class="primary" @click=${() => intend(this, { type: "ask-notifications" })}>${turnOn}</button>
      </div>
    </section>`;
  }
}
