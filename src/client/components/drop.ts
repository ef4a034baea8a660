import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { bringsFiles, broughtBy } from "../dropped.ts";
import { intend } from "../state.ts";
import type { AppState } from "../state.ts";
import { talkWords } from "../words/talk/current.ts";
import { EarshotConversation } from "./conversation.ts";
import { EarshotElement } from "./element.ts";
import { base } from "./styles.ts";
import { attach } from "./talk-icons.ts";

/** For how long it is said that a folder cannot be sent, in milliseconds. */
const SAID = 6_000;

/** Whom files are for that are held over an element of the page. */
interface Target {
  readonly element: Element;
  readonly peer: string;
  readonly name: string;
}

/** Shows to whom files go that are dragged over somebody, and sends them; nothing that is dropped elsewhere opens in place of the page. */
@customElement("earshot-drop")
export class EarshotDrop extends EarshotElement {
  @property({ attribute: false }) state: AppState | undefined;
  @state() private target: Target | undefined;
  /** What went wrong: a sentence. */
  @state() private problem = "";
  @query(".over") private box!: HTMLElement | null;
  #forget: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    css`
      .over {
        position: fixed;
        z-index: 3;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--gap-2);
        padding: var(--gap-2);
        border: 2px dashed var(--accent);
        border-radius: var(--round);
        background: var(--tint);
        color: var(--accent);
        font-weight: 600;
        overflow: hidden;
        overflow-wrap: anywhere;
        text-align: center;
        pointer-events: none;
      }
      .problem {
        position: fixed;
        right: 0;
        bottom: calc(var(--gap-4) + var(--bottom));
        left: 0;
        z-index: 4;
        width: max-content;
        max-width: min(36rem, calc(100% - 2 * var(--gap-4)));
        margin: 0 auto;
        border-radius: 1.5rem;
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
      }
      .problem:not(:empty) {
        padding: var(--gap-3) var(--gap-4);
        border: 1px solid var(--line);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("dragover", this.#over);
    window.addEventListener("dragleave", this.#left);
    window.addEventListener("drop", this.#drop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("dragover", this.#over);
    window.removeEventListener("dragleave", this.#left);
    window.removeEventListener("drop", this.#drop);
    clearTimeout(this.#forget);
  }

  override updated(): void {
    const { box, target } = this;
    if (!box || !target) return;
    const { left, top, width, height } = target.element.getBoundingClientRect();
    for (const [name, value] of Object.entries({ left, top, width, height })) box.style.setProperty(name, `${value}px`);
  }

  override render() {
    const { target } = this;
    return html`${
        target ? html`<div class="over">${attach} <span>${talkWords.files.dropTo(target.name)}</span></div>` : nothing
      }
      <p class="problem" aria-live="polite">${this.problem}</p>`;
  }

  #over = (event: DragEvent): void => {
    const { dataTransfer: dragged } = event;
    if (!bringsFiles(dragged)) {
      // Text goes into a field, and nowhere else.
      if (!isField(event)) event.preventDefault();
      return;
    }
    event.preventDefault();
    const target = this.#targetOf(event);
    if (dragged) dragged.dropEffect = target ? "copy" : "none";
    if (target?.element !== this.target?.element) this.target = target;
  };

  #left = (event: DragEvent): void => {
    // Out of the window, not from one element to another.
    if (event.relatedTarget === null) this.target = undefined;
  };

  #drop = (event: DragEvent): void => {
    const { dataTransfer: dragged } = event;
    this.target = undefined;
    if (!bringsFiles(dragged)) {
      if (!isField(event)) event.preventDefault();
      return;
    }
    event.preventDefault();
    const target = this.#targetOf(event);
    const { files, folder } = broughtBy(dragged);
    this.problem = "";
    if (!target) return;
    if (folder) this.#say(talkWords.field.folder);
    if (files.length === 0) return;
    if (this.state?.call.phase !== "connected") intend(this, { type: "open-conversation", peer: target.peer });
    intend(this, { type: "send-files", peer: target.peer, files });
  };

  #say(problem: string): void {
    this.problem = problem;
    clearTimeout(this.#forget);
    this.#forget = setTimeout(() => (this.problem = ""), SAID);
  }

  /** A row of the directory says by `data-peer` whose it is. */
  #targetOf(event: Event): Target | undefined {
    const { state } = this;
    for (const element of event.composedPath()) {
      if (element instanceof EarshotConversation)
        return element.takesFiles ? { element, peer: element.peer, name: element.shown } : undefined;
      const id = element instanceof HTMLElement ? element.dataset["peer"] : undefined;
      const person = id === undefined ? undefined : state?.people.find((each) => each.id === id);
      if (person) return { element: element as Element, peer: person.id, name: person.name };
    }
    return undefined;
  }
}

function isField(event: Event): boolean {
  return event.composedPath().some((part) => part instanceof HTMLTextAreaElement || part instanceof HTMLInputElement);
}
