import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { intend } from "../state.ts";
import type { TalkLine } from "../talk-state.ts";
import { close, send } from "./icons.ts";
import { base } from "./styles.ts";
import { words } from "../words/current.ts";

/** The longest line, in UTF-16 units: it must fit into one message of the data channel. */
const MAX_LINE = 4000;

/** The conversation beside a call; says `close` when it is to be put away. */
@customElement("earshot-chat")
export class EarshotChat extends EarshotElement {
  /** Of the other person. */
  @property() name = "";
  /** Their id. */
  @property() peer = "";
  @property({ attribute: false }) lines: readonly TalkLine[] = [];
  @query("[role=log]") private log!: HTMLElement;
  @query("textarea") private field!: HTMLTextAreaElement;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--surface);
        color: var(--text);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: var(--gap-1) var(--gap-2) var(--gap-1) var(--gap-4);
        border-bottom: 1px solid var(--line);
      }
      h2 {
        font-size: 1rem;
      }
      [role="log"] {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: var(--gap-1);
        min-height: 0;
        padding: var(--gap-4);
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      [role="log"]:focus-visible {
        outline-offset: -3px;
      }
      [role="log"] > :first-child {
        margin-top: auto;
      }
      .hint {
        overflow-wrap: anywhere;
        color: var(--soft);
        font-size: var(--small);
        text-align: center;
      }
      .line {
        max-width: 85%;
        padding: var(--gap-2) var(--gap-3);
        border: 1px solid transparent;
        border-radius: var(--round);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .me {
        align-self: flex-end;
        border-bottom-right-radius: var(--gap-1);
        background: var(--accent);
        color: var(--on-accent);
      }
      .them {
        align-self: flex-start;
        border-bottom-left-radius: var(--gap-1);
        background: var(--ground);
        border-color: var(--line);
      }
      .me + .them,
      .them + .me {
        margin-top: var(--gap-2);
      }
      form {
        display: flex;
        align-items: flex-end;
        gap: var(--gap-2);
        padding: var(--gap-2) calc(var(--gap-3) + var(--right)) calc(var(--gap-3) + var(--bottom)) var(--gap-3);
      }
      textarea {
        min-height: 2.75rem;
        max-height: 8rem;
        border-radius: var(--round);
        resize: none;
        field-sizing: content;
      }
      form button {
        flex: none;
        background: var(--accent);
        color: var(--on-accent);
      }
    `,
  ];

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("lines")) this.log.scrollTop = this.log.scrollHeight;
  }

  override focus(): void {
    this.field.focus();
  }

  override render() {
    return html`<header>
        <h2>${words.chat.title}</h2>
        <button class="quiet" aria-label=${words.common.close} @click=${() => this.dispatchEvent(new Event("close"))}>
          ${close}
        </button>
      </header>
      <div role="log" aria-label=${words.chat.title} tabindex="0">
        ${this.lines.length === 0 ? html`<p class="hint">${words.chat.hint(this.name)}</p>` : nothing}
        ${this.lines.map((line) => (line.kind === "text" ? this.#line(line.from, line.text) : nothing))}
      </div>
      <form @submit=${this.#submit}>
        <textarea
          aria-label=${words.chat.message}
          placeholder=${words.chat.message}
          rows="1"
          maxlength=${MAX_LINE}
          enterkeyhint="send"
          @keydown=${this.#key}
        ></textarea>
        <button aria-label=${words.chat.send}>${send}</button>
      </form>`;
  }

  // On one line, since the white space of what people write is kept.
  #line(from: TalkLine["from"], text: string) {
    const speaker = words.chat.says(from === "me" ? words.common.you : this.name);
    // prettier-ignore
    return html`<p class="line ${from}"><span class="unseen">${speaker} </span><span>${text}</span></p>`;
  }

  #key = (event: KeyboardEvent): void => {
    // The Enter that ends a composition belongs to it.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submit(event);
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    const text = this.field.value.trim();
    if (text === "") return;
    if (intend(this, { type: "say", peer: this.peer, text })) this.field.value = "";
  };
}
