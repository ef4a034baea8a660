import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import type { Call } from "../../call/call.ts";
import { ShortcutsController } from "../controllers/shortcuts.ts";
import { StoreController } from "../controllers/store.ts";
import { focused } from "../focus.ts";
import { invitations } from "../invitation.ts";
import { unseen } from "../recents.ts";
import { intend } from "../state.ts";
import type { AppState } from "../state.ts";
import type { Store } from "../store.ts";
import "./call.ts";
import "./directory.ts";
import { earshot } from "./icons.ts";
import "./incoming.ts";
import "./invite.ts";
import "./leave.ts";
import "./notices.ts";
import "./outgoing.ts";
import "./reachable.ts";
import "./recents.ts";
import "./settings.ts";
import { refusedHere } from "../sentences.ts";
import { base } from "./styles.ts";
import "./welcome.ts";

/** The whole page: chooses the view for the state, and shows notices above it. */
@customElement("earshot-app")
export class EarshotApp extends EarshotElement {
  @property({ attribute: false }) store: Store<AppState> | undefined;
  /** The list of keys is shown. */
  @state() private keys = false;
  @state() private sheet: "settings" | "recents" | "invite" | undefined;
  #state = new StoreController(this, () => this.store);
  #phase: Call["phase"] = "idle";
  #opener: HTMLElement | undefined;

  constructor() {
    super();
    this.addController(new ShortcutsController({ list: () => void this.#listKeys() }));
  }

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
    `,
  ];

  override willUpdate(): void {
    const phase = this.#state.value?.call.phase ?? "idle";
    const refused = this.#state.value?.connection === "refused";
    if (phase !== "idle" && this.#phase === "idle") {
      const opener = focused();
      this.#opener = opener instanceof HTMLElement && opener !== document.body ? opener : undefined;
    }
    // The camera is the call's now.
    if (refused || (phase !== "idle" && phase !== "ringing")) this.sheet = undefined;
    if (refused) void this.#help();
  }

  override updated(): void {
    const call = this.#state.value?.call;
    const phase = call?.phase ?? "idle";
    if (phase === "idle" && this.#phase !== "idle" && this.#opener?.isConnected) this.#opener.focus();
    this.#phase = phase;
  }

  override render() {
    const state = this.#state.value;
    if (!state) return nothing;
    return html`${this.#page(state)} ${this.#reachable(state)} ${this.#call(state)}
      ${this.keys ? html`<earshot-shortcuts @close=${() => (this.keys = false)}></earshot-shortcuts>` : nothing}
      <earshot-notices .state=${state}></earshot-notices>`;
  }

  /** Few ever need it: it comes when it is needed, over the requests that are answered. */
  async #help(): Promise<void> {
    try {
      await import("./refused.ts");
    } catch {
      // What stands in its place says the most important.
    }
  }

  /** Few have a keyboard, and fewer ask: it comes when it is asked for. */
  #listKeys = async (): Promise<void> => {
    try {
      await import("./shortcuts.ts");
      this.keys = true;
    } catch {
      // Without the laptop that runs Earshot there is no list; the keys work all the same.
    }
  };

  #page(state: AppState) {
    const { connection, name, people, media, call, recents, reachable, host } = state;
    const inCall = call.phase === "connected";
    if (connection === "replaced" && !inCall) return this.#elsewhere();
    if (connection === "refused" && call.phase === "idle")
      return html`<earshot-refused .host=${host}><p class="elsewhere">${refusedHere}</p></earshot-refused>`;
    if (name === undefined) return html`<earshot-welcome .media=${media}></earshot-welcome>`;
    const addresses = invitations(state.addresses, host, state.stranded);
    return html`<earshot-directory
        ?hidden=${inCall}
        .name=${name}
        .people=${people}
        .addresses=${addresses}
        .missed=${unseen(recents).length}
        .reachable=${reachable}
        ?online=${connection === "online"}
        ?crowded=${connection === "unreachable" || state.stranded}
        @settings=${() => (this.sheet = "settings")}
        @recents=${() => (this.sheet = "recents")}
        @invite=${() => (this.sheet = "invite")}
      ></earshot-directory>
      ${this.#sheet(name, { media, people, recents, addresses })}`;
  }

  #sheet(
    name: string,
    { media, people, recents, addresses }: Pick<AppState, "media" | "people" | "recents" | "addresses">,
  ) {
    const closed = () => (this.sheet = undefined);
    switch (this.sheet) {
      case "settings":
        return html`<earshot-settings .name=${name} .media=${media} @close=${closed}></earshot-settings>`;
      case "recents":
        return html`<earshot-recents .recents=${recents} .people=${people} @close=${closed}></earshot-recents>`;
      case "invite":
        return html`<earshot-invite .addresses=${addresses} @close=${closed}></earshot-invite>`;
      default:
        return nothing;
    }
  }

  /** In a call the screen is the call's; an incoming one shows above. */
  #reachable({ reachable, name, connection, recents, call }: AppState) {
    if (!reachable?.on || name === undefined || (call.phase !== "idle" && call.phase !== "ringing")) return nothing;
    return html`<earshot-reachable
      .name=${name}
      ?offline=${connection !== "online"}
      .missed=${unseen(recents).length}
    ></earshot-reachable>`;
  }

  #elsewhere() {
    return html`<main class="elsewhere">
      ${earshot}
      <h1>Earshot is open in another tab or window</h1>
      <p>Calls ring in one place at a time.</p>
      <button class="primary" @click=${() => intend(this, { type: "use-here" })}>Use here</button>
    </main>`;
  }

  #call(state: AppState) {
    const { call, leaving } = state;
    const leave = html`<earshot-leave .name=${call.phase === "idle" ? "" : call.peer.name}></earshot-leave>`;
    return html`${this.#inPhase(state)} ${leaving && call.phase !== "idle" ? leave : nothing}`;
  }

  #inPhase({ call, media, theirs, quality, chat }: AppState) {
    switch (call.phase) {
      case "idle":
        return nothing;
      case "connected":
        return html`<earshot-call
          .call=${call}
          .media=${media}
          .theirs=${theirs}
          .quality=${quality}
          .chat=${chat}
          @shortcuts=${this.#listKeys}
        ></earshot-call>`;
      default:
        return call.phase !== "ringing" && call.direction === "outgoing"
          ? html`<earshot-outgoing .call=${call} .media=${media}></earshot-outgoing>`
          : html`<earshot-incoming .call=${call} .media=${media}></earshot-incoming>`;
    }
  }
}
