import { css, html, nothing } from "lit";
import type { PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { BottomController } from "../controllers/bottom.ts";
import { type Passage, passagesOf, timeOf } from "../passages.ts";
import type { FilesLine, TalkLine, TextLine, Transfer } from "../talk-state.ts";
import { talkWords } from "../words/talk/current.ts";
import { EarshotElement } from "./element.ts";
import { message, messages } from "./message.ts";
import { base } from "./styles.ts";
import { arrowDown } from "./talk-icons.ts";
import "./transfer.ts";

/** So many lines are rendered at first, and again whenever the user comes near the beginning. */
const SLICE = 60;

/** What was said and handed over, the latest at the lower end. */
@customElement("earshot-log")
export class EarshotLog extends EarshotElement {
  /** The other's id and name, and whether they are away at the moment. */
  @property() peer = "";
  @property() name = "";
  @property({ type: Boolean }) away = false;
  /** Absent until they have been read from where they are kept. */
  @property({ attribute: false }) lines: readonly TalkLine[] | undefined;
  @property({ attribute: false }) transfers: ReadonlyMap<string, Transfer> = new Map();
  /** How many of the lines are rendered, from the last one. */
  @state() private count = SLICE;
  /** The long texts that are shown whole. */
  @state() private whole: ReadonlySet<string> = new Set();
  @query("[role=log]") private box!: HTMLElement;
  /** The last line that was on the screen. */
  #seen: string | undefined;
  #bottom = new BottomController(this, { box: () => this.box, early: () => this.#earlier() });

  static override styles = [
    base,
    messages,
    css`
      :host {
        position: relative;
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      [role="log"] {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
        padding: var(--gap-4) calc(var(--gap-4) + var(--right)) var(--gap-3) calc(var(--gap-4) + var(--left));
        overflow-y: auto;
        overflow-anchor: none;
        overscroll-behavior: contain;
      }
      [role="log"]:focus-visible {
        outline-offset: -3px;
      }
      .all {
        margin-top: auto;
      }
      .empty {
        display: grid;
        justify-items: center;
        gap: var(--gap-2);
        margin: auto;
        padding: var(--gap-4);
        text-align: center;
      }
      .empty h3 {
        font-family: var(--face);
        font-size: var(--large);
        font-weight: 700;
        overflow-wrap: anywhere;
      }
      .hint {
        max-width: 22rem;
        color: var(--soft);
        font-size: var(--small);
        overflow-wrap: anywhere;
        text-wrap: balance;
      }
      .day {
        width: max-content;
        max-width: 100%;
        margin: var(--gap-4) auto var(--gap-2);
        padding: 0.125rem var(--gap-3);
        border-radius: 99rem;
        background: var(--well);
        color: var(--soft);
        font-size: var(--tiny);
        font-weight: 600;
      }
      .card {
        width: min(85%, 24rem);
        padding: var(--gap-3);
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--bubble, var(--surface));
      }
      .me .card {
        border-color: var(--accent);
      }
      .latest {
        position: absolute;
        right: calc(var(--gap-4) + var(--right));
        bottom: var(--gap-3);
        border-color: var(--line);
        background: var(--surface);
        color: var(--accent);
        box-shadow: var(--shadow);
        font-size: var(--small);
        font-weight: 600;
      }
      .latest.some {
        padding: 0 var(--gap-4) 0 var(--gap-3);
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("peer") && this.hasUpdated) {
      this.count = SLICE;
      this.whole = new Set();
      this.#bottom.follow();
    }
    const { lines = [] } = this;
    const last = lines.at(-1);
    // What the user says themselves brings them to the end.
    if (changed.has("lines") && last?.from === "me" && last.mid !== changed.get("lines")?.at(-1)?.mid)
      this.#bottom.follow();
    if (this.#bottom.following) this.#seen = last?.mid;
  }

  override render() {
    const { lines, count } = this;
    const shown = passagesOf(lines ?? [], Date.now()).slice(-count);
    // A whole history that is read at last is no news.
    return html`<div
        role="log"
        aria-label=${talkWords.conversation.title}
        aria-live=${this.hasUpdated && lines ? nothing : "off"}
        aria-relevant="additions"
        tabindex="0"
      >
        ${lines?.length === 0 ? this.#empty() : nothing}
        <div class="all">
          ${repeat(
            shown,
            ({ line }) => line.mid,
            (passage) => this.#passage(passage),
          )}
        </div>
      </div>
      ${this.#bottom.following ? nothing : this.#latest()}`;
  }

  #empty() {
    const { hello, hint } = talkWords.conversation;
    return html`<div class="empty">
      <h3>${hello(this.name)}</h3>
      <p class="hint">${hint(this.name)}</p>
    </div>`;
  }

  #passage(passage: Passage) {
    const { day, line } = passage;
    return html`${day === undefined ? nothing : html`<p class="day">${day}</p>`}
    ${line.kind === "text" ? this.#text(passage as Passage<TextLine>) : this.#files(line)}`;
  }

  #text(passage: Passage<TextLine>) {
    const { peer, name, away } = this;
    const { mid } = passage.line;
    const fold = (whole: boolean): void => {
      const others = [...this.whole].filter((each) => each !== mid);
      this.whole = new Set(whole ? [...others, mid] : others);
    };
    return message(this, passage, { peer, name, away, whole: this.whole.has(mid), fold });
  }

  #files(line: FilesLine) {
    return html`<div class="line first ${line.from}">
      <div class="card">
        <earshot-transfer .line=${line} .transfer=${this.transfers.get(line.mid)} .name=${this.name}></earshot-transfer>
      </div>
      <p class="fate"><time datetime=${new Date(line.at).toISOString()}>${timeOf(line.at)}</time></p>
    </div>`;
  }

  #latest() {
    const { lines = [] } = this;
    const seen = lines.findIndex(({ mid }) => mid === this.#seen);
    const unseen = seen === -1 ? 0 : lines.length - 1 - seen;
    const { latest, newMessages } = talkWords.lines;
    return html`<button
      class="latest ${unseen > 0 ? "some" : ""}"
      aria-label=${unseen > 0 ? newMessages(unseen) : latest}
      @click=${() => this.#bottom.follow()}
    >
      ${arrowDown} ${unseen > 0 ? newMessages(unseen) : nothing}
    </button>`;
  }

  #earlier(): void {
    if (this.count >= (this.lines?.length ?? 0)) return;
    this.#bottom.hold();
    this.count += SLICE;
  }
}
