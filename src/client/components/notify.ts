import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { intend } from "../state.ts";
import { words } from "../words/current.ts";
import { bell } from "./icons.ts";
import { base, card } from "./styles.ts";

/** Offers once, where it can be done, that the system tells of calls; the browser asks only if the user wants that. */
@customElement("earshot-notify")
export class EarshotNotify extends EarshotElement {
  @property({ type: Boolean }) offered = false;

  static override styles = [
    base,
    card,
    css`
      :host {
        display: block;
      }
    `,
  ];

  override render() {
    if (!this.offered) return nothing;
    const { title, offer, offerWhy, notNow, turnOn } = words.notifications;
    return html`<section class="card" aria-label=${title}>
      ${bell}
      <p><b>${offer}</b> ${offerWhy}</p>
      <div>
        <button class="quiet" @click=${() => intend(this, { type: "told-notifications" })}>${notNow}</button>
        <button class="primary" @click=${() => intend(this, { type: "ask-notifications" })}>${turnOn}</button>
      </div>
    </section>`;
  }
}
