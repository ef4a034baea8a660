import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { kindOf, plain, spoken } from "../addresses.ts";
import type { Move } from "../moved.ts";
import { troubleWith } from "../sentences.ts";
import { base } from "./styles.ts";

/** The server is not to be found at this page's address: what to check, and where else it may be. */
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
    return html`<p><b>The laptop that runs Earshot has another address now.</b> Go on there:</p>
      <div class="addresses">${addresses.map((address) => html`<a href=${address}>${spoken(address)}</a>`)}</div>
      <p class="soft">You will be asked for your name once more.</p>`;
  }

  #unreachable() {
    const { host, move } = this;
    if (kindOf(`https://${host}`) === "loopback")
      return html`<p><b>${troubleWith("unreachable")}</b></p>
        <p class="soft">That is this computer: is Earshot still running on it?</p>`;
    return html`<p><b>${troubleWith("unreachable")}</b></p>
      <ul>
        <li>Is this device on the same Wi-Fi as the laptop?</li>
        <li>Is the laptop on, and Earshot running on it?</li>
        ${move ? html`<li>Is it at another address now? Try ${this.#guesses(move.addresses)}</li>` : nothing}
        <li>If all that is so, ${elsewhere(plain(`https://${host}`), "this page")} may tell what is wrong.</li>
      </ul>`;
  }

  #guesses(addresses: readonly string[]) {
    return addresses.map(
      (address, index) => html`${index > 0 ? " or " : nothing}${elsewhere(address, spoken(address))}`,
    );
  }
}

/** In a tab of its own: the laptop may merely be off, and then this page is the one that will find it again. */
function elsewhere(address: string, text: string) {
  return html`<a href=${address} target="_blank" rel="noopener">${text}</a>`;
}
