import { html, nothing } from "lit";
import type { PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { EarshotElement } from "./element.ts";
import { MediaQueryController } from "../controllers/media-query.ts";
import { RosterController } from "../controllers/roster.ts";
import { ShortcutsController } from "../controllers/shortcuts.ts";
import { SlicesController } from "../controllers/slices.ts";
import { found } from "../finding.ts";
import type { Peer } from "../../protocol/messages.ts";
import type { Preferences } from "../preferences.ts";
import type { TalkState } from "../talk-state.ts";
import { intend } from "../state.ts";
import type { BlockedPerson, Connection, Reachable } from "../state.ts";
import { spoken, plain } from "../addresses.ts";
import { styles, WIDE } from "./directory-styles.ts";
import { top } from "./directory-top.ts";
import { alike, earshot, invite, noNetwork, phone, search, symbols } from "./icons.ts";
import type { Seat } from "../roster.ts";
import { personRow } from "./person-row.ts";
import type { EarshotSearch } from "./people-search.ts";
import "./qr.ts";
import { words } from "../words/current.ts";

/** From more people on, one can be searched for: with people-search.ts, which app.ts loads then. */
export const MANY = 20;

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
  @property({ attribute: false, hasChanged: (a, b) => String(a) !== String(b) }) addresses: readonly string[] = [];
  /** The list is the server's while this is `online`; without it, an empty one says nothing about who is here. */
  @property() connection: Connection = "connecting";
  @property({ attribute: false }) preferences: Pick<Preferences, "silent" | "doNotDisturb"> | undefined;
  @property({ attribute: false }) blocked: readonly BlockedPerson[] = [];
  /** The code by which others tell this person from somebody of a similar name who is here; absent where there is none, or that was read. */
  @property() similar: string | undefined;
  @property({ attribute: false }) talks: TalkState["talks"] = [];
  @property({ attribute: false }) transfers: TalkState["transfers"] | undefined;
  /** What is typed into the search. */
  @state() private query = "";
  /** The search has the focus. */
  @state() private searching = false;
  @query("ul") private list!: HTMLElement | null;
  @query("earshot-search") private box!: EarshotSearch | null;
  #found: readonly Peer[] = [];
  #blocked: ReadonlySet<string> = new Set();
  /** By id: lines that nobody has seen, and how much of the files has gone over, from 0 to 1. */
  #unread: ReadonlyMap<string, number> = new Map();
  #moved: ReadonlyMap<string, number> = new Map();
  #wide = new MediaQueryController(this, WIDE);
  #roster = new RosterController(this, {
    people: () => this.#found,
    list: () => this.list,
    choice: () => this.query,
  });
  #slices = new SlicesController(this, () => this.#roster.seats.length);

  constructor() {
    super();
    // In a call the list is hidden.
    const focus = () => (this.hidden || !this.box ? undefined : () => this.box?.focus());
    this.addController(new ShortcutsController(Object.defineProperty({}, "search", { get: focus })));
  }

  static override styles = styles;

  override willUpdate(changed: PropertyValues<this> & Map<string, unknown>): void {
    if (changed.has("blocked")) this.#blocked = new Set(this.blocked.map(({ id }) => id));
    if (changed.has("talks")) this.#unread = new Map(this.talks.map(({ id, unread }) => [id, unread]));
    if (changed.has("transfers")) this.#moved = underWay(this.transfers);
    if (changed.has("people") || changed.has("query")) this.#found = found(this.people, this.query);
    if (changed.has("query")) this.#slices.restart();
  }

  override render() {
    const { people, connection } = this;
    const { seats, hold } = this.#roster;
    const online = connection === "online";
    return html`${symbols} ${top(this)}
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
          ${this.#alike()} ${this.#search()}
          <ul
            role="list"
            aria-label=${words.directory.people}
            class="${seats.length > 0 ? "rows" : ""} ${seats.length > MANY ? "many" : ""} ${online ? "" : "stale"}"
            @pointermove=${hold.follow}
            @pointerdown=${hold.follow}
            @pointerleave=${hold.leave}
          >
            ${repeat(
              seats.slice(0, this.#slices.limit),
              ({ peer }) => peer.id,
              (seat) => this.#row(seat),
            )}
          </ul>
          ${this.#asleep()}
          <slot></slot>
        </section>
        <slot name="beside">${online && this.#wide.matches ? this.#beside() : nothing}</slot>
      </main>`;
  }

  #row(seat: Seat) {
    const { id } = seat.peer;
    const about = {
      blocked: this.#blocked.has(id),
      unread: this.#unread.get(id) ?? 0,
      moved: this.#moved.get(id),
    };
    return personRow(this, seat, about);
  }

  /** Above many people; it stays while it is used, even if they become few. */
  #search() {
    const { query } = this;
    if (this.people.length <= MANY && query === "" && !this.searching) return nothing;
    const { found, none } = words.search;
    const some = this.#found.length;
    return html`<earshot-search
        .query=${query}
        .result=${query.trim() === "" ? "" : some > 0 ? found(some) : none(query.trim())}
        ?quiet=${some === 0}
        @searched=${({ detail }: CustomEvent<string>) => (this.query = detail)}
        @focusin=${() => (this.searching = true)}
        @focusout=${() => (this.searching = false)}
      ></earshot-search>
      ${
        some === 0 && query.trim() !== ""
          ? html`<div class="empty" aria-hidden="true">
              <div class="ripple lost">${search}</div>
              <h2>${none(query.trim())}</h2>
            </div>`
          : nothing
      }`;
  }

  /** Whom it matters to are those who want to call: said once for each name. */
  #alike() {
    const { similar } = this;
    if (similar === undefined) return nothing;
    const { title, about, change } = words.alike;
    return html`<section class="card alike" aria-label=${title}>
      ${alike}
      <p><b>${title}</b> ${about(similar)}</p>
      <div>
        <button class="quiet" @click=${() => intend(this, { type: "told-alike" })}>${words.directory.gotIt}</button>
        <button class="primary" @click=${() => this.dispatchEvent(new Event("settings"))}>${change}</button>
      </div>
    </section>`;
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

/** How far the files of each person have come that are on their way, from 0 to 1. */
function underWay(transfers: TalkState["transfers"] = new Map()): Map<string, number> {
  const moving = [...transfers.values()].filter(({ phase }) => phase !== "offered" && phase !== "over");
  return new Map(moving.map(({ peer, moved, total }) => [peer.id, moved / (total || 1)]));
}
