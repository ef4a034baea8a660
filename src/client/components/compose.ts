import { html, nothing } from "lit";
import type { PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { MediaQueryController } from "../controllers/media-query.ts";
import { draftFor, keepDraft } from "../drafts.ts";
import { bringsFiles, broughtBy } from "../dropped.ts";
import { excessOf } from "../rich-text.ts";
import { intend } from "../state.ts";
import { MAX_TEXT } from "../../protocol/talk.ts";
import { talkWords } from "../words/talk/current.ts";
import "./attach.ts";
import type { EarshotAttach } from "./attach.ts";
import { styles } from "./compose-styles.ts";
import { EarshotElement } from "./element.ts";
import { send } from "./icons.ts";
import "./tray.ts";

/** On a phone, Enter breaks the line, and the button sends; elsewhere Enter sends, and Shift+Enter breaks. */
const HELD = "(hover: none) and (pointer: coarse)";

/** The field, and what is about to be sent with it. */
@customElement("earshot-compose")
export class EarshotCompose extends EarshotElement {
  /** To whom: an id. */
  @property() peer = "";
  /** Why nothing can be written at the moment. */
  @property() reason: string | undefined;
  /** The other can take files. */
  @property({ type: Boolean }) files = false;
  @state() private text = "";
  @state() private tray: readonly File[] = [];
  /** What went wrong: a sentence. */
  @state() private problem = "";
  @query("textarea") private field!: HTMLTextAreaElement;
  @query("earshot-attach") private attach!: EarshotAttach | null;
  #held = new MediaQueryController(this, HELD);

  static override styles = styles;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("peer")) return;
    ({ text: this.text, files: this.tray } = draftFor(this.peer));
    this.problem = "";
  }

  override focus(): void {
    void this.updateComplete.then(() => this.field.focus());
  }

  override updated(): void {
    // Browsers without field-sizing do not let it grow by themselves.
    if (CSS.supports("field-sizing", "content")) return;
    const { style } = this.field;
    style.setProperty("height", "auto");
    style.setProperty("height", `${this.field.scrollHeight + 2}px`);
  }

  /** Put files with what is about to be sent. */
  add({ files, folder = false }: { files: readonly File[]; folder?: boolean }): void {
    this.problem = folder ? talkWords.field.folder : "";
    this.#keep({ files: [...this.tray, ...files] });
  }

  override render() {
    const { message, send: say } = talkWords.field;
    const { reason } = this;
    const barred = reason !== undefined;
    const excess = excessOf(this.text.trim(), MAX_TEXT);
    const trouble = excess > 0 ? talkWords.field.tooLong(excess) : this.problem;
    return html`${barred ? html`<p id="reason" class="reason">${reason} <slot></slot></p>` : nothing}
      ${this.tray.length > 0 ? this.#tray() : nothing}
      <p id="trouble" class="trouble" aria-live="polite">${trouble}</p>
      <form @submit=${this.#submit} @paste=${this.#paste}>
        ${
          this.files && !barred
            ? html`<earshot-attach
                @chosen=${({ detail }: CustomEvent<readonly File[]>) => this.#chosen(detail)}
              ></earshot-attach>`
            : nothing
        }
        <textarea
          dir="auto"
          aria-label=${message}
          aria-describedby=${barred ? "reason" : "trouble"}
          aria-invalid=${excess > 0 || nothing}
          placeholder=${message}
          rows="1"
          enterkeyhint=${this.#held.matches ? "enter" : "send"}
          autocomplete="off"
          .value=${this.text}
          ?disabled=${barred}
          @input=${this.#typed}
          @keydown=${this.#key}
        ></textarea>
        <button class="send" aria-label=${say} ?disabled=${barred || excess > 0}>${send}</button>
      </form>`;
  }

  #tray() {
    return html`<earshot-tray
      .files=${this.tray}
      @remove=${({ detail }: CustomEvent<File>) => {
        this.#keep({ files: this.tray.filter((file) => file !== detail) });
        this.focus();
      }}
    ></earshot-tray>`;
  }

  #chosen(files: readonly File[]): void {
    this.add({ files });
    if (this.#held.matches) this.attach?.focus();
    else this.focus();
  }

  #keep({ text = this.text, files = this.tray }: { text?: string; files?: readonly File[] }): void {
    [this.text, this.tray] = [text, files];
    keepDraft(this.peer, { text, files });
  }

  #typed = (): void => {
    this.problem = "";
    this.#keep({ text: this.field.value });
    if (this.text !== "") intend(this, { type: "typing", peer: this.peer });
  };

  #key = (event: KeyboardEvent): void => {
    // The Enter that ends a composition belongs to it; Safari tells that by the key's number alone.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    if (!this.#held.matches) this.#submit(event);
  };

  #paste = (event: ClipboardEvent): void => {
    if (!this.files || this.reason !== undefined || !bringsFiles(event.clipboardData)) return;
    // What is copied from a table or a text often comes with a picture of it.
    if (event.clipboardData?.types.includes("text/plain")) return;
    event.preventDefault();
    this.add(broughtBy(event.clipboardData));
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    const { peer, tray } = this;
    const text = this.text.trim();
    if (this.reason !== undefined || excessOf(text, MAX_TEXT) > 0) return;
    this.problem = "";
    if (tray.length > 0 && intend(this, { type: "send-files", peer, files: tray })) this.#keep({ files: [] });
    if (text !== "" && intend(this, { type: "say", peer, text })) this.#keep({ text: "" });
    if (this.tray.length > 0 || this.text.trim() !== "") this.problem = talkWords.field.notSent;
    this.focus();
  };
}
