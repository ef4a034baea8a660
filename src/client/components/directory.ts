import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { EarshotElement } from "./element.ts";
import type { Peer } from "../../protocol/messages.ts";
import { intend } from "../state.ts";
import type { Reachable } from "../state.ts";
import { spoken, plain } from "../addresses.ts";
import { statusOf } from "../sentences.ts";
import "./avatar.ts";
import { styles } from "./directory-styles.ts";
import { devices, earshot, invite, moon, phone, recent, settings } from "./icons.ts";
import "./qr.ts";
import { words } from "../words/current.ts";

const DEVICE_NAMES = { phone: "Phone", tablet: "Tablet", computer: "Computer" };

/** Who is here; a tap on somebody calls them. Says `settings`, `recents` and `invite` when these are wanted. */
@customElement("earshot-directory")
export class EarshotDirectory extends EarshotElement {
  @property() name = "";
  @property({ attribute: false }) people: readonly Peer[] = [];
  /** How many missed calls the user has not taken note of. */
  @property({ type: Number }) missed = 0;
  /** On devices that one carries. */
  @property({ attribute: false }) reachable: Reachable | undefined;
  /** Those that others can open, the best first: see `invitations`. */
  @property({ attribute: false }) addresses: readonly string[] = [];
  /** The list is the server's; without it, an empty one says nothing about who is here. */
  @property({ type: Boolean }) online = false;

  static override styles = styles;

  override render() {
    const { people } = this;
    return html`<header>
        ${earshot}
        <h1>Earshot</h1>
        <span class="me">${this.name}</span>
        ${
          this.reachable?.told
            ? html`<button class="quiet" aria-label="Stay reachable" @click=${this.#stayReachable}>${moon}</button>`
            : nothing
        }
        <span class="recents">
          <button
            class="quiet"
            aria-label="Recent calls"
            aria-describedby="missed"
            @click=${() => this.dispatchEvent(new Event("recents"))}
          >
            ${recent}
          </button>
          ${this.missed > 0 ? html`<span class="count" aria-hidden="true">${Math.min(this.missed, 99)}</span>` : nothing}
          <span id="missed" class="unseen">${this.missed > 0 ? `${this.missed} missed` : nothing}</span>
        </span>
        <button class="quiet" aria-label="Settings" @click=${() => this.dispatchEvent(new Event("settings"))}>
          ${settings}
        </button>
      </header>
      <main>
        ${
          people.length > 0
            ? html`<div class="title">
                <h2>People nearby</h2>
                ${this.online ? this.#invite("quiet") : nothing}
              </div>`
            : this.#empty()
        }
        <ul role="list" aria-label="People nearby" class=${people.length > 0 ? "rows" : ""}>
          ${repeat(
            people,
            ({ id }) => id,
            (peer) => this.#person(peer),
          )}
        </ul>
        ${this.#asleep()}
        <slot></slot>
      </main>`;
  }

  #person(peer: Peer) {
    const device = peer.device;
    return html`<li class=${peer.status ?? "available"}>
      <div class="seat"><earshot-avatar who=${peer.id} name=${peer.name}></earshot-avatar></div>
      <div class="person">
        <b>${peer.name}</b>
        <span
          >${device ? html`${devices[device]}<span class="unseen">${DEVICE_NAMES[device]},</span>` : nothing}
          ${statusOf(peer)}</span
        >
      </div>
      <button aria-label="Call ${peer.name}" @click=${() => intend(this, { type: "dial", peer: peer.id, video: true })}>
        ${phone}
      </button>
    </li>`;
  }

  /** Nobody expects that a page cannot ring in a pocket: said once. */
  #asleep() {
    if (!this.reachable || this.reachable.told) return nothing;
    return html`<section class="asleep" aria-label="Staying reachable">
      ${moon}
      <p>
        <b>A phone that sleeps cannot ring.</b> Keep Earshot open in front of you to be called, or let it keep the
        screen on, dimmed.
      </p>
      <div>
        <button class="quiet" @click=${() => intend(this, { type: "told-asleep" })}>Got it</button>
        <button class="primary" @click=${this.#stayReachable}>Stay reachable</button>
      </div>
    </section>`;
  }

  #stayReachable = (): void => {
    intend(this, { type: "stay-reachable", on: true });
  };

  #invite(kind: "primary" | "quiet") {
    return html`<button class="invite ${kind}" @click=${() => this.dispatchEvent(new Event("invite"))}>
      ${invite} Invite
    </button>`;
  }

  #empty() {
    if (!this.online)
      return html`<div class="empty">
        <div class="ripple">${earshot}</div>
        <p>You will see who is here as soon as the laptop is found.</p>
      </div>`;
    const [address] = this.addresses;
    if (address === undefined)
      return html`<div class="empty">
        <div class="ripple">${earshot}</div>
        <h2>Nobody else is here yet</h2>
        <p>${words.invite.none}</p>
      </div>`;
    return html`<div class="empty">
      <h2>Nobody else is here yet</h2>
      <p>Let others on this Wi-Fi scan the code with their camera, or open this address:</p>
      <earshot-qr .text=${plain(address)}></earshot-qr>
      <p class="address">${spoken(address)}</p>
      ${this.#invite("primary")}
    </div>`;
  }
}
