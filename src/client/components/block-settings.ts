import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { codeOf } from "../code.ts";
import { found } from "../finding.ts";
import type { Peer } from "../../protocol/messages.ts";
import { intend } from "../state.ts";
import type { BlockedPerson } from "../state.ts";
import { words } from "../words/current.ts";
import "./avatar.ts";
import { EarshotElement } from "./element.ts";
import { fields } from "./fields.ts";
import { block } from "./icons.ts";
import "./people-search.ts";
import type { EarshotSearch } from "./people-search.ts";
import { base } from "./styles.ts";

/** Of so many people one chooses; among more, a name finds them. */
const SHOWN = 6;

/** Whose calls do not ring here: who is blocked can be unblocked, and whoever is here can be blocked before they call. */
@customElement("earshot-block-settings")
export class EarshotBlockSettings extends EarshotElement {
  @property({ attribute: false }) blocked: readonly BlockedPerson[] = [];
  /** Who is here. */
  @property({ attribute: false }) people: readonly Peer[] = [];
  /** Somebody is being chosen to be blocked. */
  @state() private choosing = false;
  @state() private typed = "";
  @query("earshot-search") private box!: EarshotSearch | null;
  @query(".choose") private choose!: HTMLElement | null;

  static override styles = [
    base,
    fields,
    css`
      ul {
        list-style: none;
      }
      .line b {
        min-width: 0;
        margin-right: auto;
        font-weight: 400;
        overflow-wrap: anywhere;
      }
      .line {
        gap: var(--gap-3);
      }
      earshot-avatar {
        --size: 2rem;
      }
      .choosing {
        display: grid;
        gap: var(--gap-3);
        padding: var(--gap-4);
        border: 1px solid var(--edge);
        border-radius: var(--radius);
      }
      .choosing p {
        font-weight: 600;
      }
      .choosing .hint {
        font-weight: 400;
      }
      .choose,
      .cancel {
        justify-self: start;
      }
      .line button {
        flex: none;
        font-size: var(--small);
      }
    `,
  ];

  override render() {
    const { title, about, nobody } = words.blocked;
    return html`<h3>${title}</h3>
      <p class="hint">${about}</p>
      ${
        this.blocked.length > 0
          ? html`<ul role="list" class="lines" aria-label=${title}>
              ${repeat(
                this.blocked,
                ({ id }) => id,
                (person) => this.#unblock(person),
              )}
            </ul>`
          : html`<p class="hint">${nobody}</p>`
      }
      ${this.choosing ? this.#choose() : this.#ask()}`;
  }

  #unblock({ id, name }: BlockedPerson) {
    const { unblock, unblockShort } = words.blocked;
    return html`<li class="line">
      <earshot-avatar who=${id} name=${name}></earshot-avatar>
      <b>${name}</b>
      <button class="second" aria-label=${unblock(name)} @click=${() => intend(this, { type: "unblock", id })}>
        ${unblockShort}
      </button>
    </li>`;
  }

  #ask() {
    return html`<button class="second choose" @click=${() => this.#turn(true)}>
      ${block} ${words.blocked.choose}
    </button>`;
  }

  #choose() {
    const { choosing, cancel, more, alone } = words.blocked;
    const others = this.people.filter(({ id }) => !this.blocked.some((person) => person.id === id));
    const some = found(others, this.typed);
    const rest = some.length - SHOWN;
    const none = this.typed.trim() === "" ? alone : words.search.none(this.typed.trim());
    return html`<div class="choosing" role="group" aria-labelledby="choosing">
      <p id="choosing" tabindex="-1">${choosing}</p>
      ${
        others.length > SHOWN
          ? html`<earshot-search
              .query=${this.typed}
              @searched=${({ detail }: CustomEvent<string>) => (this.typed = detail)}
            ></earshot-search>`
          : nothing
      }
      ${
        some.length > 0
          ? html`<ul role="list" class="lines" aria-labelledby="choosing">
              ${repeat(
                some.slice(0, SHOWN),
                ({ id }) => id,
                (person) => this.#block(person),
              )}
            </ul>`
          : nothing
      }
      <p class="hint" role="status">${some.length === 0 ? none : rest > 0 ? more(rest) : nothing}</p>
      <button class="second cancel" @click=${() => this.#turn(false)}>${cancel}</button>
    </div>`;
  }

  #block({ id, name, alike }: Peer) {
    const { block, blockShort } = words.blocked;
    return html`<li class="line">
      <earshot-avatar who=${id} name=${name}></earshot-avatar>
      <b
        >${name}${alike ? html` <span class="hint" id="code-${id}">${words.alike.mark(codeOf(id))}</span>` : nothing}</b
      >
      <button
        class="second"
        aria-label=${block(name)}
        aria-describedby=${alike ? `code-${id}` : nothing}
        @click=${() => {
          intend(this, { type: "block", person: { id, name } });
          void this.#turn(false);
        }}
      >
        ${blockShort}
      </button>
    </li>`;
  }

  async #turn(choosing: boolean): Promise<void> {
    this.choosing = choosing;
    this.typed = "";
    await this.updateComplete;
    const heading = this.renderRoot.querySelector<HTMLElement>("#choosing");
    (choosing ? (this.box ?? heading) : this.choose)?.focus();
    (choosing ? heading : this.choose)?.scrollIntoView({ block: "nearest" });
  }
}
