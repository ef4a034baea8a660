import { html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { EarshotElement } from "./element.ts";
import { glides } from "../controllers/glide.ts";
import { MediaQueryController } from "../controllers/media-query.ts";
import { RosterController } from "../controllers/roster.ts";
import type { Peer } from "../../protocol/messages.ts";
import type { Preferences } from "../preferences.ts";
import type { Seat } from "../roster.ts";
import { intend } from "../state.ts";
import type { Connection, Reachable } from "../state.ts";
import { spoken, plain } from "../addresses.ts";
import { statusOf } from "../sentences.ts";
import "./avatar.ts";
import { styles, WIDE } from "./directory-styles.ts";
import { camera, devices, earshot, invite, noNetwork, phone } from "./icons.ts";
import { top } from "./directory-top.ts";
import "./qr.ts";
import { words } from "../words/current.ts";

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
  /** The list is the server's while this is `online`; without it, an empty one says nothing about who is here. */
  @property() connection: Connection = "connecting";
  @property({ attribute: false }) preferences: Pick<Preferences, "silent" | "doNotDisturb"> | undefined;
  @query("ul") private list!: HTMLElement | null;
  #wide = new MediaQueryController(this, WIDE);
  #roster = new RosterController(this, { people: () => this.people, list: () => this.list });

  static override styles = styles;

  override render() {
    const { people, connection } = this;
    const { seats, hold } = this.#roster;
    const online = connection === "online";
    return html`${top(this)}
      <main>
        <section>
          ${
            people.length > 0
              ? html`<div class="title">
                  <h2>${words.directory.count(people.length)}</h2>
                  ${online && !this.#wide.matches ? this.#invite("quiet") : nothing}
                </div>`
              : this.#empty()
          }
          <ul
            role="list"
            aria-label=${words.directory.people}
            class="${seats.length > 0 ? "rows" : ""} ${online ? "" : "stale"}"
            @pointermove=${hold.follow}
            @pointerdown=${hold.follow}
            @pointerleave=${hold.leave}
          >
            ${repeat(
              seats,
              ({ peer }) => peer.id,
              (seat) => this.#row(seat),
            )}
          </ul>
          ${this.#asleep()}
          <slot></slot>
        </section>
        ${online && this.#wide.matches ? this.#beside() : nothing}
      </main>`;
  }

  #row({ peer, gone }: Seat) {
    const { device, id, name } = peer;
    return html`<li class="${peer.status ?? "available"} ${gone ? "gone" : ""}" aria-hidden=${gone || nothing}>
      <div class="seat"><earshot-avatar who=${id} name=${name}></earshot-avatar></div>
      <div class="person">
        <b>${name}</b>
        <span
          >${device ? html`${devices[device]}<span class="unseen">${words.directory[device]},</span>` : nothing}
          ${statusOf(peer)}</span
        >
      </div>
      <button aria-label=${words.directory.call(name)} ?disabled=${gone} @click=${this.#dial(id, true)}>
        ${camera}
      </button>
      <button
        class="aside"
        aria-label=${words.directory.voiceCall(name)}
        ?disabled=${gone}
        @click=${this.#dial(id, false)}
      >
        ${phone}
      </button>
    </li>`;
  }

  #dial(peer: string, video: boolean) {
    return ({ detail, currentTarget }: MouseEvent): void => {
      // By a finger that meant whoever was there before.
      if (detail > 0 && glides((currentTarget as Element).closest("li"))) return;
      intend(this, { type: "dial", peer, video });
    };
  }

  /** Nobody expects that a page cannot ring in a pocket: said once. */
  #asleep() {
    if (!this.reachable || this.reachable.told) return nothing;
    const { stayReachable, asleepTitle, asleep, gotIt } = words.directory;
    return html`<section class="card asleep" aria-label=${stayReachable}>
      ${phone}
      <p><b>${asleepTitle}</b> ${asleep}</p>
      <div>
        <button class="quiet" @click=${() => intend(this, { type: "told-asleep" })}>${gotIt}</button>
        <button class="primary" @click=${() => intend(this, { type: "stay-reachable", on: true })}>
          ${stayReachable}
        </button>
      </div>
    </section>`;
  }

  #invite(kind: "primary" | "quiet" | "second") {
    return html`<button class="invite ${kind}" @click=${() => this.dispatchEvent(new Event("invite"))}>
      ${invite} ${words.directory.invite}
    </button>`;
  }

  /** With room beside the list, the code is always there to be scanned. */
  #beside() {
    const [address] = this.addresses;
    if (address === undefined) return nothing;
    return html`<aside class="card">${this.#code(address)} ${this.#invite("second")}</aside>`;
  }

  #code(address: string) {
    return html`<p>${words.directory.scan}</p>
      <earshot-qr .text=${plain(address)}></earshot-qr>
      <p class="address">${spoken(address)}</p>`;
  }

  #empty() {
    const { searching, nobody, willAppear } = words.directory;
    if (this.connection === "connecting")
      return html`<div class="loading" aria-hidden="true">${[0, 1, 2].map(() => html`<i></i>`)}</div>`;
    if (this.connection !== "online")
      return html`<div class="empty">
        <div class="ripple lost">${noNetwork}</div>
        <p>${searching}</p>
      </div>`;
    const [address] = this.addresses;
    if (address !== undefined && !this.#wide.matches)
      return html`<div class="empty">
        <h2>${nobody}</h2>
        ${this.#code(address)} ${this.#invite("primary")}
      </div>`;
    return html`<div class="empty">
      <div class="ripple">${earshot}</div>
      <h2>${nobody}</h2>
      <p>${address === undefined ? words.invite.none : willAppear}</p>
    </div>`;
  }
}
