import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { moveOf } from "../moved.ts";
import { unseen } from "../recents.ts";
import { intend } from "../state.ts";
import type { AppState, Intent } from "../state.ts";
import { missedCalls, troubleWith } from "../sentences.ts";
import { close } from "./icons.ts";
import { base, spinner } from "./styles.ts";
import { words } from "../words/current.ts";

/** What there is to tell, at the lower edge: how a call ended, which were missed, and that the server is looked for. */
@customElement("earshot-notices")
export class EarshotNotices extends EarshotElement {
  @property({ attribute: false }) state!: AppState;

  static override styles = [
    base,
    spinner,
    css`
      .notices {
        position: fixed;
        right: 0;
        bottom: 0;
        left: 0;
        z-index: 1;
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--gap-2);
        max-height: 100%;
        padding: var(--gap-4) calc(var(--gap-4) + var(--right)) calc(var(--gap-4) + var(--bottom))
          calc(var(--gap-4) + var(--left));
        overflow-y: auto;
        pointer-events: none;
      }
      .incall {
        padding-bottom: calc(8rem + var(--bottom));
      }
      .notice {
        display: flex;
        flex: none;
        align-items: center;
        gap: var(--gap-3);
        max-width: min(36rem, 100%);
        min-height: 3rem;
        padding: var(--gap-1) var(--gap-2) var(--gap-1) var(--gap-4);
        border: 1px solid var(--line);
        border-radius: 1.5rem;
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
        pointer-events: auto;
        animation: rise var(--calm) both;
      }
      .waiting {
        padding-right: var(--gap-6);
        /* Most starts find the server at once: those should not flash. */
        animation-delay: 400ms;
      }
      .tall {
        align-items: flex-start;
      }
      .tall::before {
        margin-top: 0.8125rem;
      }
      p {
        padding: var(--gap-1) 0;
        overflow-wrap: anywhere;
      }
      .back {
        flex: none;
        padding: 0 var(--gap-3);
        color: var(--accent);
        font-weight: 600;
      }
      .back:hover {
        background: var(--hover);
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(1rem);
        }
      }
    `,
  ];

  override render() {
    const { call, name, notice } = this.state;
    const inCall = call.phase === "connected";
    return html`<div role="status" class="notices ${inCall ? "incall" : ""}">
      ${inCall || name === undefined ? nothing : this.#trouble()} ${this.#missed()}
      ${notice ? this.#notice(notice, { type: "dismiss-notice" }) : nothing}
    </div>`;
  }

  #trouble() {
    const { connection, call, host, addresses, stranded } = this.state;
    const move = moveOf({ own: host, addresses, stranded, connection, inCall: call.phase !== "idle" });
    if (move?.certain || connection === "unreachable") {
      return html`<div class="notice tall ${move?.certain ? "" : "waiting"}">
        <earshot-trouble .host=${host} .move=${move}><p>${words.trouble.unreachable}</p></earshot-trouble>
      </div>`;
    }
    const trouble = troubleWith(connection);
    return trouble ? html`<div class="notice waiting"><p>${trouble}</p></div>` : nothing;
  }

  #missed() {
    const { recents, people, call, blocked } = this.state;
    // In a call, only who called in it: older news can wait.
    const since = call.phase === "connected" ? call.since : 0;
    const callers = unseen(recents)
      .filter(({ until }) => until >= since)
      .map(({ ended }) => ended.peer);
    if (callers.length === 0) return nothing;
    const [latest] = callers;
    const here = people.some(({ id }) => id === latest?.id) && !blocked.some(({ id }) => id === latest?.id);
    const alone = here && callers.every(({ id }) => id === latest?.id);
    const back =
      latest && alone && call.phase === "idle"
        ? html`<button
            class="back"
            aria-label=${words.recents.ringBack(latest.name)}
            @click=${() => intend(this, { type: "dial", peer: latest.id, video: true })}
          >
            ${words.recents.ringBackShort}
          </button>`
        : nothing;
    return this.#notice(missedCalls(callers.map(({ name }) => name).reverse()), { type: "see-missed" }, back);
  }

  #notice(sentence: string, dismiss: Intent, more: unknown = nothing) {
    return html`<div class="notice">
      <p>${sentence}</p>
      ${more}
      <button class="quiet" aria-label=${words.notices.dismiss} @click=${() => intend(this, dismiss)}>${close}</button>
    </div>`;
  }
}
