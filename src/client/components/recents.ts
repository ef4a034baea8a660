import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { EarshotElement } from "./element.ts";
import type { Peer } from "../../protocol/messages.ts";
import { intend } from "../state.ts";
import type { BlockedPerson, RecentCall } from "../state.ts";
import { momentOf, summaryOf, wasMissed } from "../sentences.ts";
import "./avatar.ts";
import { close, incoming, outgoing, phone } from "./icons.ts";
import { more } from "./settings-icons.ts";
import { rows } from "./rows.ts";
import { sheet } from "./sheet.ts";
import { base } from "./styles.ts";
import { words } from "../words/current.ts";

/** The calls of late, and a button to call back whoever is here; says `close` when it is done with. */
@customElement("earshot-recents")
export class EarshotRecents extends EarshotElement {
  @property({ attribute: false }) recents: readonly RecentCall[] = [];
  @property({ attribute: false }) people: readonly Peer[] = [];
  @property({ attribute: false }) blocked: readonly BlockedPerson[] = [];
  /** The call about which there is more to be seen: what can be done about who it was with. */
  @state() private opened: string | undefined;
  /** Asked to clear the list, and not yet whether that was meant. */
  @state() private clearing = false;
  @query("dialog") private dialog!: HTMLDialogElement;
  /** Missed calls that were news when this was opened: they stand out until it is closed. */
  #news: ReadonlySet<string> = new Set();

  static override styles = [
    base,
    sheet,
    rows,
    css`
      li {
        flex-wrap: wrap;
        min-height: 4rem;
        padding: var(--gap-2) var(--gap-3);
      }
      li:not(.here):hover {
        background: none;
      }
      .person > span {
        flex-wrap: wrap;
        column-gap: var(--gap-2);
      }
      .person > span > span {
        display: flex;
        align-items: center;
        gap: var(--gap-1);
      }
      .person > span > span {
        min-width: 0;
      }
      @media (max-width: 22rem) {
        li {
          gap: var(--gap-1);
        }
        li earshot-avatar {
          --size: 2.25rem;
        }
      }
      .more {
        flex-basis: 100%;
        padding: 0 0 var(--gap-2) 3.75rem;
        color: var(--soft);
        font-size: var(--small);
      }
      .more .act {
        padding: 0 var(--gap-4);
        border-color: var(--edge);
        color: var(--text);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .more p {
        padding-top: var(--gap-2);
        text-wrap: pretty;
      }
      .missed b,
      .missed .what {
        color: var(--wrong);
      }
      .news {
        background: var(--tint);
      }
      .news button {
        background: var(--surface);
      }
      .empty {
        padding: var(--gap-8) var(--gap-4);
        color: var(--soft);
        text-align: center;
        text-wrap: balance;
      }
      .clear {
        display: block;
        margin: var(--gap-3) auto 0;
        padding: 0 var(--gap-4);
        border-radius: var(--radius);
      }
      .clear.sure {
        color: var(--wrong);
        font-weight: 600;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#news = new Set(this.recents.filter(({ seen }) => !seen).map(({ ended }) => ended.call));
    intend(this, { type: "see-missed" });
  }

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    const { recents } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event("close"))}>
      <header>
        <h2 id="title">${words.recents.title}</h2>
        <button class="quiet" aria-label=${words.common.close} @click=${() => this.dialog.close()}>${close}</button>
      </header>
      ${
        recents.length === 0
          ? html`<p class="empty">${words.recents.empty}</p>`
          : html`<ul role="list" aria-labelledby="title" class="rows">
                ${repeat(
                  recents,
                  ({ ended }) => ended.call,
                  (recent) => this.#row(recent),
                )}
              </ul>
              ${this.#clear()}`
      }
    </dialog>`;
  }

  #row(recent: RecentCall) {
    const { ended, at } = recent;
    const { peer, direction } = ended;
    const blocked = this.blocked.some(({ id }) => id === peer.id);
    const here = !blocked && this.people.some(({ id }) => id === peer.id);
    const kind = [here && "here", wasMissed(ended) && "missed", this.#news.has(ended.call) && "news"];
    const place = blocked ? words.blocked.status : here ? undefined : words.recents.notHereNow;
    return html`<li class=${kind.filter(Boolean).join(" ")}>
      <earshot-avatar who=${peer.id} name=${peer.name}></earshot-avatar>
      <div class="person">
        <b>${peer.name}</b>
        <span>
          <span class="what">${direction === "incoming" ? incoming : outgoing} ${summaryOf(recent)}</span>
          <span>${momentOf(at, Date.now())}</span>
          ${place === undefined ? nothing : html`<span>${place}</span>`}
        </span>
      </div>
      ${
        here
          ? html`<button
              aria-label=${words.recents.ringBack(peer.name)}
              @click=${() => intend(this, { type: "dial", peer: peer.id, video: true })}
            >
              ${phone}
            </button>`
          : nothing
      }
      ${this.#more(ended, blocked)}
    </li>`;
  }

  /** What one rarely wants stands one tap deeper. */
  #more({ call, peer: { id, name } }: RecentCall["ended"], blocked: boolean) {
    const { moreAbout, block, unblock, hint } = words.blocked;
    const open = this.opened === call;
    return html`<button
        class="aside"
        aria-label=${moreAbout(name)}
        aria-expanded=${open}
        @click=${() => (this.opened = open ? undefined : call)}
      >
        ${more}
      </button>
      ${
        open
          ? html`<div class="more">
              <button
                class="aside act"
                aria-describedby=${blocked ? nothing : "hint"}
                @click=${() => intend(this, blocked ? { type: "unblock", id } : { type: "block", person: { id, name } })}
              >
                ${blocked ? unblock(name) : block(name)}
              </button>
              ${blocked ? nothing : html`<p id="hint">${hint}</p>`}
            </div>`
          : nothing
      }`;
  }

  /** Two taps, since nothing brings the list back. */
  #clear() {
    const { clearing } = this;
    return html`<button
      class="clear quiet ${clearing ? "sure" : ""}"
      @click=${() => {
        if (clearing) intend(this, { type: "clear-recents" });
        this.clearing = !clearing;
      }}
      @blur=${() => (this.clearing = false)}
    >
      ${clearing ? words.recents.clearSure : words.recents.clear}
    </button>`;
  }
}
