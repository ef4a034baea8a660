import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { kindOf, plain, spoken } from "../addresses.ts";
import type { Move } from "../moved.ts";
import { base } from "./styles.ts";
import { alternatives, marked } from "../words/compose.ts";
import { words } from "../words/current.ts";

/**
 * The server is not to be found at this page's address: what to check, and where else it may be. It comes apart from the page; what is
 * slotted in is read until then.
 */
@customElement("earshot-trouble")
export class EarshotTrouble extends EarshotElement {
  /** The address of this page, as `location.host` has it. */
  @property() host = "";
  @property({ attribute: false }) move: Move | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding: var(--gap-2) var(--gap-2) var(--gap-3) 0;
      }
      ul {
        display: grid;
        gap: var(--gap-1);
        padding: var(--gap-1) 0 0 1.25rem;
        font-size: var(--small);
      }
      a {
        color: var(--accent);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .addresses {
        display: flex;
        flex-wrap: wrap;
        column-gap: var(--gap-4);
      }
      .addresses a {
        display: inline-flex;
        align-items: center;
        min-height: 2.75rem;
      }
      .soft {
        color: var(--soft);
        font-size: var(--small);
      }
    `,
  ];

  override render() {
    return this.move?.certain ? this.#moved(this.move.addresses) : this.#unreachable();
  }

  /** This page is of no use any more, and so the next one takes its place. */
  #moved(addresses: readonly string[]) {
    return html`<p>${marked(words.trouble.moved, (text) => html`<b>${text}</b>`)}</p>
      <div class="addresses">${addresses.map((address) => html`<a href=${address}>${spoken(address)}</a>`)}</div>
      <p class="soft">${words.trouble.askedAgain}</p>`;
  }

  #unreachable() {
    const { host, move } = this;
    if (kindOf(`https://${host}`) === "loopback")
      return html`<p><b>${words.trouble.unreachable}</b></p>
        <p class="soft">${words.trouble.thisComputer}</p>`;
    return html`<p><b>${words.trouble.unreachable}</b></p>
      <ul>
        <li>${words.trouble.sameWifi}</li>
        <li>${words.trouble.running}</li>
        ${move ? html`<li>${words.trouble.elsewhere} ${alternatives(move.addresses, (address) => elsewhere(address, spoken(address)))}</li>` : nothing}
        <li>${marked(words.trouble.thisPage, (text) => elsewhere(plain(`https://${host}`), text))}</li>
      </ul>`;
  }
}

/** In a tab of its own: the laptop may merely be off, and then this page is the one that will find it again. */
function elsewhere(address: string, text: string) {
  return html`<a href=${address} target="_blank" rel="noopener">${text}</a>`;
}
