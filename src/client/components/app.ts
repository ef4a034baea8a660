import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Call } from "../../call/call.ts";
import { unseen } from "../recents.ts";
import { StoreController } from "../controllers/store.ts";
import { intend } from "../state.ts";
import type { AppState } from "../state.ts";
import type { Store } from "../store.ts";
import { missedCalls, troubleWith } from "../words.ts";
import "./call.ts";
import "./directory.ts";
import { close, earshot } from "./icons.ts";
import "./incoming.ts";
import "./outgoing.ts";
import "./settings.ts";
import { base } from "./styles.ts";
import "./welcome.ts";

/** The whole page: chooses the view for the state, and shows notices above it. */
@customElement("earshot-app")
export class EarshotApp extends LitElement {
  @property({ attribute: false }) store: Store<AppState> | undefined;
  @state() private settings = false;
  #state = new StoreController(this, () => this.store);
  #phase: Call["phase"] = "idle";
  #opener: HTMLElement | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-height: 100vh;
        min-height: 100dvh;
      }
      .elsewhere {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: var(--gap-4);
        max-width: 28rem;
        min-height: 100vh;
        min-height: 100dvh;
        margin: 0 auto;
        padding: var(--gap-6);
        text-align: center;
      }
      .elsewhere p {
        color: var(--soft);
      }
      .elsewhere .icon {
        width: 3rem;
        height: 3rem;
        color: var(--accent);
      }
      .notices {
        position: fixed;
        right: calc(var(--gap-4) + var(--right));
        bottom: calc(var(--gap-4) + var(--bottom));
        left: calc(var(--gap-4) + var(--left));
        z-index: 1;
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--gap-2);
        pointer-events: none;
      }
      .incall {
        bottom: calc(8rem + var(--bottom));
      }
      .notices > div {
        display: flex;
        align-items: center;
        gap: var(--gap-3);
        max-width: 36rem;
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
      .notices .waiting {
        padding-right: var(--gap-6);
        /* Most starts find the server at once: those should not flash. */
        animation-delay: 400ms;
      }
      .notices p {
        padding: var(--gap-1) 0;
        overflow-wrap: anywhere;
      }
      .waiting::before {
        content: "";
        flex: none;
        width: 1.25rem;
        height: 1.25rem;
        border: 2px solid var(--line);
        border-top-color: var(--accent);
        border-radius: 50%;
        animation: turn 1s linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(1rem);
        }
      }
    `,
  ];

  override willUpdate(): void {
    const phase = this.#state.value?.call.phase ?? "idle";
    if (phase !== "idle" && this.#phase === "idle") this.#opener = focused();
    // The camera is the call's now.
    if (phase !== "idle" && phase !== "ringing") this.settings = false;
  }

  override updated(): void {
    const call = this.#state.value?.call;
    const phase = call?.phase ?? "idle";
    document.title = call?.phase === "ringing" ? `${call.peer.name} is calling` : "Earshot";
    if (phase === "idle" && this.#phase !== "idle" && this.#opener?.isConnected) this.#opener.focus();
    this.#phase = phase;
  }

  override render() {
    const state = this.#state.value;
    if (!state) return nothing;
    const inCall = state.call.phase === "connected";
    return html`${this.#page(state)} ${this.#call(state)}
      <div role="status" class="notices ${inCall ? "incall" : ""}">
        ${inCall || !state.name ? nothing : this.#trouble(state)} ${this.#missed(state)}
        ${state.notice ? this.#notice(state.notice, "dismiss-notice") : nothing}
      </div>`;
  }

  #missed({ recents }: AppState) {
    const callers = unseen(recents).map(({ ended }) => ended.peer.name);
    return callers.length > 0 ? this.#notice(missedCalls(callers.reverse()), "see-missed") : nothing;
  }

  #notice(sentence: string, dismiss: "dismiss-notice" | "see-missed") {
    return html`<div>
      <p>${sentence}</p>
      <button class="quiet" aria-label="Dismiss" @click=${() => intend(this, { type: dismiss })}>${close}</button>
    </div>`;
  }

  #trouble({ connection }: AppState) {
    const trouble = troubleWith(connection);
    return trouble ? html`<div class="waiting"><p>${trouble}</p></div>` : nothing;
  }

  #page({ connection, name, people, addresses, media, call }: AppState) {
    const inCall = call.phase === "connected";
    if (connection === "replaced" && !inCall) return this.#elsewhere();
    if (name === undefined) return html`<earshot-welcome .media=${media}></earshot-welcome>`;
    return html`<earshot-directory
        ?hidden=${inCall}
        .name=${name}
        .people=${people}
        .addresses=${addresses}
        ?online=${connection === "online"}
        @settings=${() => (this.settings = true)}
      ></earshot-directory>
      ${
        this.settings
          ? html`<earshot-settings
              .name=${name}
              .media=${media}
              @close=${() => (this.settings = false)}
            ></earshot-settings>`
          : nothing
      }`;
  }

  #elsewhere() {
    return html`<main class="elsewhere">
      ${earshot}
      <h1>Earshot is open in another tab or window</h1>
      <p>Calls ring in one place at a time.</p>
      <button class="primary" @click=${() => intend(this, { type: "use-here" })}>Use here</button>
    </main>`;
  }

  #call({ call, media, theirs, chat }: AppState) {
    switch (call.phase) {
      case "idle":
        return nothing;
      case "connected":
        return html`<earshot-call .call=${call} .media=${media} .theirs=${theirs} .chat=${chat}></earshot-call>`;
      default:
        return call.phase !== "ringing" && call.direction === "outgoing"
          ? html`<earshot-outgoing .call=${call} .media=${media}></earshot-outgoing>`
          : html`<earshot-incoming .call=${call} .media=${media}></earshot-incoming>`;
    }
  }
}

/** What has the focus, however deep in shadow roots. */
function focused(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : undefined;
}
