import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import type { Active, Call } from "../../call/call.ts";
import { ShortcutsController } from "../controllers/shortcuts.ts";
import { StoreController } from "../controllers/store.ts";
import { codeOf } from "../code.ts";
import { focused } from "../focus.ts";
import { invitations } from "../invitation.ts";
import { Parts } from "../parts.ts";
import { unseen } from "../recents.ts";
import { loudnessOf, offersNotifications } from "../ringing.ts";
import { intend } from "../state.ts";
import type { AppState } from "../state.ts";
import type { Store } from "../store.ts";
import { MANY } from "./directory.ts";
import { earshot } from "./icons.ts";
import "./incoming.ts";
import "./notices.ts";
import "./notify.ts";
import { plays } from "./stream.ts";
import { base } from "./styles.ts";
import { words } from "../words/current.ts";

type Sheet = "settings" | "recents" | "invite";
type Part = "welcome" | "call" | "talk" | "sheets" | "search" | "full" | "refused" | "shortcuts";

/** Parts that have words of their own, which come with them. */
const withWords = async (part: Promise<{ ready(): Promise<void> }>): Promise<void> => (await part).ready();

/** What the directory does without. A ring is no such thing: it must show at once, wherever the server has gone meanwhile. */
const parts = new Parts<Part>({
  // Whoever has joined never sees it again.
  welcome: () => import("./welcome.ts"),
  call: () => withWords(import("./in-call.ts")),
  talk: () => withWords(import("./in-talk.ts")),
  sheets: () => withWords(import("./sheets.ts")),
  // Where there are few people, nobody needs it.
  search: () => import("./people-search.ts"),
  full: () => import("./full.ts"),
  // Few ever need it: it comes when it is needed, over the requests that are answered.
  refused: () => import("./refused.ts"),
  // Few have a keyboard, and fewer ask.
  shortcuts: () => import("./shortcuts.ts"),
});

/** The whole page: chooses the view for the state, and shows notices above it. */
@customElement("earshot-app")
export class EarshotApp extends EarshotElement {
  @property({ attribute: false }) store: Store<AppState> | undefined;
  @property({ attribute: false }) parts = parts;
  @state() private sheet: Sheet | undefined;
  /** The view of the call was needed, and could not be loaded. */
  @state() private viewless = false;
  /** The first question was needed, and could not be loaded. */
  @state() private speechless = false;
  /** The list of keys is shown. */
  @state() private keys = false;
  #state = new StoreController(this, () => this.store);
  #phase: Call["phase"] = "idle";
  #opener: HTMLElement | undefined;
  #connection: AppState["connection"] | undefined;
  #conversation: string | undefined;
  #dimmed = false;
  /** Whether the first question has been asked for. */
  #asked = false;

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
    const state = this.#state.value;
    if (!state) return;
    const { call, connection, conversation, name, people, reachable } = state;
    const { phase } = call;
    const barred = connection === "refused" || connection === "full" ? connection : undefined;
    const reached = connection === "online" && this.#connection !== "online";
    if (phase !== "idle" && this.#phase === "idle") {
      const opener = focused();
      this.#opener = opener instanceof HTMLElement && opener !== document.body ? opener : undefined;
      this.viewless = false;
      void this.#load("call");
    }
    if (phase === "connected" && (this.#phase !== "connected" || reached)) void this.#showCall();
    // The camera is the call's now.
    if (barred || (phase !== "idle" && phase !== "ringing")) this.sheet = undefined;
    // What stands in their place says the most important.
    if (barred && this.#connection !== barred) void this.parts.need(barred);
    if (connection === "unreachable" && this.#connection !== connection) void this.parts.need("sheets");
    if (people.length > MANY) void this.parts.need("search");
    if (name === undefined && !this.#asked) void this.#ask();
    if (reachable?.on && !this.#dimmed) void this.#load("sheets");
    this.#dimmed = reachable?.on ?? false;
    if (conversation !== undefined && conversation !== this.#conversation) void this.#openTalk();
    this.#conversation = conversation;
    if (state.transfers.size > 0) void this.parts.need("talk");
    // Without the server it would be in vain, and some browsers would not try again.
    if (reached) void this.parts.prepare("call", "talk", "sheets");
    this.#connection = connection;
  }

  override updated(): void {
    const phase = this.#state.value?.call.phase ?? "idle";
    if (phase === "idle" && this.#phase !== "idle" && this.#opener?.isConnected) this.#opener.focus();
    this.#phase = phase;
  }

  override render() {
    const state = this.#state.value;
    if (!state) return nothing;
    return html`${this.#page(state)} ${this.#reachable(state)} ${this.#call(state)}
      <earshot-offers .state=${state}></earshot-offers><earshot-drop .state=${state}></earshot-drop>
      ${this.keys ? html`<earshot-shortcuts @close=${() => (this.keys = false)}></earshot-shortcuts>` : nothing}
      <earshot-notices .state=${state}></earshot-notices>`;
  }

  async #load(part: Part): Promise<boolean> {
    const loaded = await this.parts.need(part);
    this.requestUpdate();
    return loaded;
  }

  async #ask(): Promise<void> {
    this.#asked = true;
    this.speechless = !(await this.#load("welcome"));
  }

  /** The call goes on, whether its view comes or not. */
  async #showCall(): Promise<void> {
    this.viewless = !(await this.#load("call"));
  }

  async #open(sheet: Sheet): Promise<void> {
    this.sheet = sheet;
    if ((await this.#load("sheets")) || this.sheet !== sheet) return;
    this.sheet = undefined;
    intend(this, { type: "not-loaded" });
  }

  async #openTalk(): Promise<void> {
    if (await this.#load("talk")) return;
    intend(this, { type: "not-loaded" });
    intend(this, { type: "close-conversation" });
  }

  #listKeys = async (): Promise<void> => {
    this.keys = await this.#load("shortcuts");
    if (!this.keys) intend(this, { type: "not-loaded" });
  };

  #page(state: AppState) {
    const { connection, name, people, call, recents, reachable, host, preferences } = state;
    const inCall = call.phase === "connected";
    if (connection === "replaced" && !inCall) return this.#elsewhere();
    if (connection === "refused" && call.phase === "idle")
      return html`<earshot-refused .host=${host}><p class="elsewhere">${words.trouble.refused}</p></earshot-refused>`;
    if (connection === "full" && call.phase === "idle")
      return html`<earshot-full><p class="elsewhere">${words.full.title}</p></earshot-full>`;
    if (name === undefined) return this.#welcome(state);
    const addresses = invitations(state.addresses, host, state.stranded);
    const talking = !inCall && state.conversation !== undefined && this.parts.has("talk");
    return html`<earshot-directory
        ?hidden=${inCall}
        .name=${name}
        .people=${people}
        .blocked=${state.blocked}
        .similar=${similarOf(state)}
        .addresses=${addresses}
        .missed=${unseen(recents).length}
        .reachable=${reachable}
        .connection=${connection}
        .preferences=${preferences}
        .talks=${state.talks}
        .transfers=${state.transfers}
        ?talking=${talking}
        ?crowded=${connection === "unreachable" || state.stranded}
        @settings=${() => this.#open("settings")}
        @recents=${() => this.#open("recents")}
        @invite=${() => this.#open("invite")}
        ><earshot-notify ?offered=${offersNotifications(state)}></earshot-notify
        ><earshot-earlier .state=${state}></earshot-earlier>${
          talking
            ? html`<earshot-conversation
                slot="beside"
                .peer=${state.conversation}
                .state=${state}
              ></earshot-conversation>`
            : nothing
        }</earshot-directory
      >
      ${this.#sheet(name, state, addresses)}`;
  }

  #welcome({ media, preferences }: AppState) {
    if (this.parts.has("welcome"))
      return html`<earshot-welcome .media=${media} .preferences=${preferences}></earshot-welcome>`;
    return this.speechless ? html`<main class="elsewhere"><p role="status">${words.parts.sheet}</p></main>` : nothing;
  }

  #sheet(name: string, state: AppState, addresses: readonly string[]) {
    const { media, people, blocked, recents, preferences, notifications } = state;
    const closed = () => (this.sheet = undefined);
    switch (this.parts.has("sheets") ? this.sheet : undefined) {
      case "settings":
        return html`<earshot-settings
          .name=${name}
          .media=${media}
          .preferences=${preferences}
          .notifications=${notifications}
          .people=${people}
          .blocked=${blocked}
          .code=${codeOfUser(state)}
          @close=${closed}
        ></earshot-settings>`;
      case "recents":
        return html`<earshot-recents
          .recents=${recents}
          .people=${people}
          .blocked=${blocked}
          @close=${closed}
        ></earshot-recents>`;
      case "invite":
        return html`<earshot-invite .addresses=${addresses} @close=${closed}></earshot-invite>`;
      default:
        return nothing;
    }
  }

  /** In a call the screen is the call's; an incoming one shows above. */
  #reachable({ reachable, name, connection, recents, call }: AppState) {
    if (
      !reachable?.on ||
      !this.parts.has("sheets") ||
      name === undefined ||
      (call.phase !== "idle" && call.phase !== "ringing")
    )
      return nothing;
    return html`<earshot-reachable
      .name=${name}
      ?offline=${connection !== "online"}
      .missed=${unseen(recents).length}
    ></earshot-reachable>`;
  }

  #elsewhere() {
    return html`<main class="elsewhere">
      ${earshot}
      <h1>${words.elsewhere.title}</h1>
      <p>${words.elsewhere.about}</p>
      <button class="primary" @click=${() => intend(this, { type: "use-here" })}>${words.elsewhere.useHere}</button>
    </main>`;
  }

  #call(state: AppState) {
    const { call, media, theirs, quality, leaving } = state;
    if (call.phase === "idle") return nothing;
    const connected = call.phase === "connected" ? call : undefined;
    const there = this.parts.has("call");
    return html`${
      connected && there
        ? html`<earshot-call
            .call=${connected}
            .media=${media}
            .theirs=${theirs}
            .quality=${quality}
            .state=${state}
            @shortcuts=${this.#listKeys}
          ></earshot-call>`
        : this.#dialog(state, call)
    }
    ${connected && !there ? html`<audio autoplay ${plays(media.remote)}></audio>` : nothing}
    ${leaving && there ? html`<earshot-leave .name=${call.peer.name}></earshot-leave>` : nothing}`;
  }

  /** Of a call that is on its way; and of one that is connected until its view comes: so it can be hung up. */
  #dialog(state: AppState, active: Active) {
    const { media, silenced } = state;
    const call =
      active.phase === "connected" ? { ...active, phase: "connecting" as const, video: true, said: [] } : active;
    const other = state.people.find(({ id }) => id === call.peer.id);
    const code = other?.alike ? codeOf(other.id) : undefined;
    const shown = this.viewless ? { ...media, problem: words.parts.call } : media;
    return call.phase !== "ringing" && call.direction === "outgoing" && this.parts.has("call")
      ? html`<earshot-outgoing .call=${call} .media=${shown} .code=${code}></earshot-outgoing>`
      : html`<earshot-incoming
          .call=${call}
          .media=${shown}
          .code=${code}
          .loudness=${loudnessOf(state)}
          ?silenced=${silenced === call.call}
        ></earshot-incoming>`;
  }
}

/** By which others tell the user from somebody else; absent until the server knows them. */
const codeOfUser = ({ id }: AppState): string | undefined => (id === undefined ? undefined : codeOf(id));

/** The same where the user has to be told: somebody who is here has a similar name. */
const similarOf = (state: AppState): string | undefined =>
  state.alike && !state.toldAlike && state.connection === "online" ? codeOfUser(state) : undefined;
