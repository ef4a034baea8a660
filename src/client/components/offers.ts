import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { type AppState, intend } from "../state.ts";
import type { Transfer } from "../talk-state.ts";
import { talkWords } from "../words/talk/current.ts";
import { EarshotElement } from "./element.ts";
import { base } from "./styles.ts";
import "./transfer.ts";

/** Files that somebody wants to hand over, wherever the user is; not those whose conversation is on the screen, where they stand, too. */
@customElement("earshot-offers")
export class EarshotOffers extends EarshotElement {
  @property({ attribute: false }) state: AppState | undefined;

  static override styles = [
    base,
    css`
      .offers {
        position: fixed;
        top: 0;
        right: 0;
        left: 0;
        z-index: 3;
        display: grid;
        justify-items: center;
        gap: var(--gap-2);
        max-height: 85%;
        padding: calc(var(--gap-3) + var(--top)) calc(var(--gap-3) + var(--right)) var(--gap-4)
          calc(var(--gap-3) + var(--left));
        overflow-y: auto;
        overscroll-behavior: contain;
        pointer-events: none;
      }
      .card {
        width: min(26rem, 100%);
        padding: var(--gap-4);
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
        pointer-events: auto;
        animation: fall var(--calm) var(--ease);
      }
      button {
        padding: 0 var(--gap-3);
        color: var(--accent);
        font-size: var(--small);
        font-weight: 600;
      }
      @keyframes fall {
        from {
          opacity: 0;
          transform: translateY(-1.5rem);
        }
      }
    `,
  ];

  override render() {
    const { state } = this;
    if (!state?.name) return nothing;
    const offers = offersIn(state);
    const latest = offers.at(-1);
    const { wants, show } = talkWords.files;
    const inCall = state.call.phase !== "idle";
    return html`<p class="unseen" aria-live="polite">
        ${latest ? wants(latest.peer.name, latest.files.length) : nothing}
      </p>
      <div class="offers">
        ${repeat(
          offers,
          ({ mid }) => mid,
          (transfer) =>
            html`<div class="card">
              <earshot-transfer .transfer=${transfer} .name=${transfer.peer.name}>
                ${
                  inCall
                    ? nothing
                    : html`<button
                        class="quiet"
                        @click=${() => intend(this, { type: "open-conversation", peer: transfer.peer.id })}
                      >
                        ${show}
                      </button>`
                }
              </earshot-transfer>
            </div>`,
        )}
      </div>`;
  }
}

/** Those that nobody has answered, the earliest first. */
function offersIn({ transfers, reading }: AppState): Transfer[] {
  return [...transfers.values()].filter(
    ({ direction, phase, peer }) => direction === "incoming" && phase === "offered" && !reading.has(peer.id),
  );
}
