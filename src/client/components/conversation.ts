import { html, nothing } from "lit";
import type { PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { MediaQueryController } from "../controllers/media-query.ts";
import { ViewportController } from "../controllers/viewport.ts";
import { focused } from "../focus.ts";
import { type AppState, intend } from "../state.ts";
import type { Talk } from "../talk-state.ts";
import type { Peer } from "../../protocol/messages.ts";
import { words } from "../words/current.ts";
import { talkWords } from "../words/talk/current.ts";
import "./avatar.ts";
import "./compose.ts";
import type { EarshotCompose } from "./compose.ts";
import { head } from "./conversation-head.ts";
import { styles } from "./conversation-styles.ts";
import { EarshotElement } from "./element.ts";
import "./log.ts";

/** A device whose keyboard covers what is to be read. */
const HELD = "(hover: none) and (pointer: coarse)";

/**
 * The conversation with one person: over the whole screen of a phone, beside the list with more room, or as the panel of a call. Says
 * `close` when it is to be put away.
 */
@customElement("earshot-conversation")
export class EarshotConversation extends EarshotElement {
  @property({ attribute: false }) state!: AppState;
  /** The other's id. */
  @property() peer = "";
  /** What they were called last, as far as the list does not know better. */
  @property() called = "";
  /** It stands in a call with them. */
  @property({ type: Boolean, reflect: true }) calling = false;
  /** The other's client is of the old protocol: it takes no files. */
  @property({ type: Boolean }) legacy = false;
  /** What is rarely wanted is shown. */
  @state() private more = false;
  /** Asked to clear it, and not yet whether that was meant. */
  @state() private clearing = false;
  @query("section") private region!: HTMLElement;
  @query("earshot-compose") private compose!: EarshotCompose;
  #wide = new MediaQueryController(this, "(min-width: 60rem)");
  #opener: Element | null = null;
  /** An element that stays on the page when this one has gone: to say so. */
  #page: EventTarget = document;
  #reading: string | undefined;

  constructor() {
    super();
    this.addController(new ViewportController(this));
  }

  static override styles = styles;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#page = outermost(this);
    window.addEventListener("keydown", this.#key);
    if (this.hasUpdated) this.#read(this.peer);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.#key);
    this.#read(undefined);
    if (this.calling) return;
    // It is seen again only now.
    const opener = this.#opener;
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("peer")) return;
    this.more = this.clearing = false;
    const active = focused();
    if (active !== document.body && !this.shadowRoot?.activeElement) this.#opener = active;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has("peer")) return;
    this.#read(this.peer);
    // The call says itself where the focus goes.
    if (this.calling) return;
    if (matchMedia(HELD).matches) this.region.focus();
    else this.focus();
  }

  override focus(): void {
    void this.updateComplete.then(() => (this.#reason === undefined ? this.compose : this.region).focus());
  }

  /** Files can be dropped here. */
  get takesFiles(): boolean {
    return this.#handsFiles && this.#reason === undefined;
  }

  /** As the other is called here. */
  get shown(): string {
    return this.#name;
  }

  override render() {
    const { peer, state: page, calling } = this;
    const talk = this.#talk;
    const name = this.#name;
    const { region, typing } = talkWords.conversation;
    const reason = this.#reason;
    return html`<section
      aria-label=${region(name)}
      tabindex="-1"
      class="${calling ? "calling" : ""} ${this.#wide.matches ? "wide" : ""}"
    >
      ${head(this, {
        calling,
        wide: this.#wide.matches,
        name,
        id: peer,
        here: this.#here,
        blocked: this.#blocked,
        more: this.more,
        clearing: this.clearing,
        clearable: (talk?.lines ?? []).length > 0,
        close: this.#close,
        toggleMore: () => ([this.more, this.clearing] = [!this.more, false]),
        clear: this.#clear,
      })}
      <earshot-log
        .peer=${peer}
        .name=${name}
        .away=${this.#here?.status === "away"}
        .lines=${talk ? talk.lines : []}
        .transfers=${page.transfers}
      ></earshot-log>
      <p role="status" class="typing">
        ${talk?.typing ? html`<span>${typing(name)}</span><i aria-hidden="true"></i>` : nothing}
      </p>
      <earshot-compose .peer=${peer} .reason=${reason} ?files=${this.#handsFiles}>
        ${
          this.#blocked
            ? html`<button class="link" @click=${() => intend(this, { type: "unblock", id: peer })}>
                ${words.blocked.unblock(name)}
              </button>`
            : nothing
        }
      </earshot-compose>
    </section>`;
  }

  /** Both browsers can hand files over. */
  get #handsFiles(): boolean {
    return !this.legacy && !this.state.noWebRTC;
  }

  get #talk(): Talk | undefined {
    return this.state.talks.find(({ id }) => id === this.peer);
  }

  get #here(): Peer | undefined {
    return this.state.people.find(({ id }) => id === this.peer);
  }

  get #name(): string {
    return this.#here?.name ?? (this.called || this.#talk?.name || words.common.someone);
  }

  get #blocked(): boolean {
    return this.state.blocked.some(({ id }) => id === this.peer);
  }

  /** Why nothing can be written; nothing where it can. */
  get #reason(): string | undefined {
    const { blocked, notHere, offline } = talkWords.conversation;
    if (this.calling) return undefined;
    if (this.#blocked) return blocked(this.#name);
    if (this.#here) return undefined;
    return this.state.connection === "online" ? notHere(this.#name) : offline;
  }

  #close = (): void => {
    this.dispatchEvent(new Event("close"));
    if (!this.calling) intend(this, { type: "close-conversation" });
  };

  /** Two taps, since nothing brings it back. */
  #clear = (): void => {
    if (this.clearing) {
      intend(this, { type: "clear-conversation", peer: this.peer });
      this.more = false;
      this.region.focus();
    }
    this.clearing = !this.clearing;
  };

  #read(peer: string | undefined): void {
    if (peer === this.#reading) return;
    if (this.#reading !== undefined) intend(this.#page, { type: "reading", peer: this.#reading, on: false });
    if (peer !== undefined) intend(this.#page, { type: "reading", peer, on: true });
    this.#reading = peer;
  }

  /** Esc closes what is open last, wherever the focus is in it, or nowhere. */
  #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || this.calling) return;
    const path = event.composedPath();
    if (path.some((part) => part instanceof HTMLDialogElement) || this.state.call.phase !== "idle") return;
    if (!path.includes(this) && path[0] !== document.body) return;
    event.preventDefault();
    if (this.more) this.more = false;
    else this.#close();
  };
}

/** The element of the page itself, however deep in shadow roots another one is. */
function outermost(element: Element): EventTarget {
  let root = element.getRootNode();
  let host: EventTarget = root;
  while (root instanceof ShadowRoot) {
    host = root.host;
    root = root.host.getRootNode();
  }
  return host;
}
