import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { gistOf, shortMomentOf } from "../passages.ts";
import { type AppState, intend } from "../state.ts";
import type { Talk } from "../talk-state.ts";
import { talkWords } from "../words/talk/current.ts";
import "./avatar.ts";
import { EarshotElement } from "./element.ts";
import { rows } from "./rows.ts";
import { base } from "./styles.ts";

/** The conversations with people who are not here now. */
@customElement("earshot-earlier")
export class EarshotEarlier extends EarshotElement {
  @property({ attribute: false }) state: AppState | undefined;

  static override styles = [
    base,
    rows,
    css`
      :host {
        display: block;
      }
      h2 {
        margin: var(--gap-6) 0 var(--gap-2);
        padding-left: var(--gap-1);
        font-size: var(--large);
      }
      li {
        min-height: 4rem;
        padding: var(--gap-2) var(--gap-4);
      }
      earshot-avatar {
        --size: 2.5rem;
        filter: saturate(0.35);
      }
      li + li::before {
        left: 4.25rem;
      }
      .person .gist {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .when {
        align-self: flex-start;
        flex: none;
        padding-top: 0.25rem;
        color: var(--soft);
        font-size: var(--tiny);
      }
      /* The whole row. */
      li button {
        position: absolute;
        inset: 0;
        border-radius: 0;
        background: none;
      }
      .count {
        flex: none;
        min-width: 1.375rem;
        padding: 0 0.375rem;
        border-radius: 99rem;
        background: var(--accent);
        color: var(--on-accent);
        font-size: var(--tiny);
        font-weight: 700;
        line-height: 1.375rem;
        text-align: center;
      }
    `,
  ];

  override render() {
    const { state } = this;
    if (!state) return nothing;
    const here = new Set(state.people.map(({ id }) => id));
    const talks = state.talks.filter(({ id, last, lines }) => !here.has(id) && (last ?? lines?.at(-1)));
    if (talks.length === 0) return nothing;
    const { earlier } = talkWords.conversation;
    return html`<h2 id="title">${earlier}</h2>
      <ul role="list" class="rows" aria-labelledby="title">
        ${repeat(
          talks,
          ({ id }) => id,
          (talk) => this.#row(talk),
        )}
      </ul>`;
  }

  #row({ id, name, last, lines, unread }: Talk) {
    const { open, openUnread } = talkWords.conversation;
    const line = last ?? lines?.at(-1);
    return html`<li>
      <earshot-avatar who=${id} name=${name}></earshot-avatar>
      <div class="person">
        <b dir="auto">${name}</b>
        <span class="gist" dir="auto">${line ? gistOf(line) : nothing}</span>
      </div>
      <span class="when">${line ? shortMomentOf(line.at, Date.now()) : nothing}</span>
      ${unread > 0 ? html`<span class="count" aria-hidden="true">${Math.min(unread, 99)}</span>` : nothing}
      <button
        aria-label=${unread > 0 ? openUnread(name, unread) : open(name)}
        @click=${() => intend(this, { type: "open-conversation", peer: id })}
      ></button>
    </li>`;
  }
}
