import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { leftOf, percentOf, sizeOf, speedOf } from "../measures.ts";
import { intend } from "../state.ts";
import type { FilesLine, Transfer } from "../talk-state.ts";
import { talkWords } from "../words/talk/current.ts";
import { telling } from "../words/telling.ts";
import { EarshotElement } from "./element.ts";
import "./enlarged.ts";
import { fileList, fileLists } from "./files.ts";
import { base } from "./styles.ts";
import { alert, done, pause, resume } from "./talk-icons.ts";

/** Files that were offered, with how far they have come, and what can be done about them. */
@customElement("earshot-transfer")
export class EarshotTransfer extends EarshotElement {
  /** As it is remembered; absent where the offer stands outside of its conversation. */
  @property({ attribute: false }) line: FilesLine | undefined;
  /** As it goes on, or went in this page. */
  @property({ attribute: false }) transfer: Transfer | undefined;
  /** Of the other person. */
  @property() name = "";
  /** More of its files are named than the first few. */
  @state() private whole = false;
  /** Which of its pictures is shown large. */
  @state() private enlarged: number | undefined;

  static override styles = [
    base,
    fileLists,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap-2);
      }
      h3 {
        font-size: 1rem;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .total,
      .hint {
        color: var(--soft);
        font-size: var(--small);
        font-variant-numeric: tabular-nums;
        text-wrap: pretty;
      }
      .outcome {
        display: flex;
        align-items: center;
        gap: var(--gap-1);
        font-size: var(--small);
        overflow-wrap: anywhere;
      }
      .outcome .icon {
        width: 1.125rem;
        height: 1.125rem;
        color: var(--here);
      }
      .outcome.wrong,
      .outcome.wrong .icon {
        color: var(--wrong);
      }
      .pictures {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr));
        gap: var(--gap-1);
      }
      .pictures button {
        border-radius: var(--radius);
        overflow: hidden;
        background: var(--well);
        aspect-ratio: 1;
      }
      .pictures img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .alone {
        display: block;
      }
      .alone button {
        max-width: 100%;
        aspect-ratio: auto;
      }
      .alone img {
        display: block;
        width: auto;
        max-width: 100%;
        height: auto;
        max-height: 16rem;
      }
      [role="progressbar"] {
        height: 0.5rem;
        border: 1px solid transparent;
        border-radius: 99rem;
        overflow: hidden;
        background: var(--well);
      }
      [role="progressbar"] > svg {
        display: block;
        width: 100%;
        height: 100%;
      }
      [role="progressbar"] rect {
        fill: var(--accent);
      }
      .paused[role="progressbar"] rect {
        fill: var(--edge);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2);
      }
      .buttons .primary,
      .buttons .second {
        min-height: var(--target);
        padding: 0 var(--gap-3);
        font-size: var(--small);
      }
      .buttons .icon {
        width: 1.25rem;
        height: 1.25rem;
      }
      @media (forced-colors: active) {
        [role="progressbar"] {
          border-color: CanvasText;
        }
        [role="progressbar"] rect {
          fill: Highlight;
        }
      }
    `,
  ];

  override render() {
    const { transfer, line } = this;
    const outgoing = transfer ? transfer.direction === "outgoing" : line?.from === "me";
    const files = transfer?.files ?? line?.files ?? [];
    const { from, to } = talkWords.files;
    const picture = this.enlarged === undefined ? undefined : transfer?.files[this.enlarged];
    return html`<section
        role=${this.line ? "group" : "region"}
        aria-label=${outgoing ? to(this.name) : from(this.name)}
      >
        ${this.#heading(outgoing, files.length)} ${this.#pictures()}
        ${fileList({
          files,
          whole: this.whole,
          fold: (whole) => (this.whole = whole),
          ...(!outgoing && { save: (file: number) => this.#do({ type: "save-files", mid: this.#mid, file }) }),
          enlarge: (file) => (this.enlarged = file),
        })}
        ${this.#state(outgoing)}
      </section>
      ${
        picture?.url
          ? html`<earshot-enlarged
              .name=${picture.name}
              .url=${picture.url}
              ?savable=${!outgoing}
              @save=${() => this.#do({ type: "save-files", mid: this.#mid, file: this.enlarged ?? 0 })}
              @close=${() => (this.enlarged = undefined)}
            ></earshot-enlarged>`
          : nothing
      }`;
  }

  #heading(outgoing: boolean, count: number): TemplateResult | typeof nothing {
    const { transfer } = this;
    const total = transfer?.total ?? this.line?.files.reduce((sum, { size }) => sum + size, 0) ?? 0;
    const many = count > 1 ? html`<p class="total">${talkWords.files.count(count)}, ${sizeOf(total)}</p>` : nothing;
    if (outgoing || transfer?.phase !== "offered") return html`${many}`;
    return html`<h3>${talkWords.files.wants(this.name, count)}</h3>
      ${many}`;
  }

  /** What came and can be looked at; nothing opens by itself. */
  #pictures() {
    const { transfer } = this;
    const shown = (transfer?.files ?? []).flatMap(({ name, thumbnail, url }, index) =>
      thumbnail && url ? [{ name, thumbnail, index }] : [],
    );
    if (shown.length === 0) return nothing;
    return html`<div class="pictures ${shown.length === 1 ? "alone" : ""}">
      ${shown.map(
        ({ name, thumbnail, index }) =>
          html`<button aria-label=${talkWords.files.enlarge(name)} @click=${() => (this.enlarged = index)}>
            <img src=${thumbnail} alt="" />
          </button>`,
      )}
    </div>`;
  }

  #state(outgoing: boolean) {
    const { transfer } = this;
    switch (transfer?.phase) {
      case "offered":
        return outgoing ? this.#waiting(transfer) : this.#question(transfer);
      case "waiting":
      case "moving":
      case "paused":
        return this.#underWay(transfer);
      default:
        return this.#outcome(outgoing);
    }
  }

  #waiting({ shown }: Transfer) {
    const { waitingFor, reaching } = talkWords.files;
    return html`<p class="hint">${(shown ? waitingFor : reaching)(this.name)}</p>
      <div class="buttons">${this.#cancel()}</div>`;
  }

  #question({ obstacle, limit }: Transfer) {
    const { accept, decline, limit: atOnce } = talkWords.files;
    const answer = (yes: boolean) => () => this.#do({ type: "answer-files", mid: this.#mid, accept: yes });
    return html`${
        obstacle
          ? html`<p class="outcome wrong">${alert} <span>${whyNot(obstacle)}</span></p>`
          : limit === undefined
            ? nothing
            : html`<p class="hint">${atOnce(sizeOf(limit))}</p>`
      }
      <div class="buttons">
        ${obstacle ? nothing : html`<button class="primary" @click=${answer(true)}>${accept}</button>`}
        <button class="second" @click=${answer(false)}>${decline}</button>
        <slot></slot>
      </div>`;
  }

  #underWay(transfer: Transfer) {
    const { moved, total, phase } = transfer;
    const { looking, paused, pause: hold, resume: go, progress, of } = talkWords.files;
    const share = total === 0 ? 1 : moved / total;
    const still = phase === "paused";
    const rest = still ? [paused] : phase === "waiting" ? [looking(this.name)] : pace(transfer);
    return html`<div
        role="progressbar"
        class=${phase}
        aria-label=${transfer.direction === "outgoing" ? talkWords.files.to(this.name) : talkWords.files.from(this.name)}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.floor(share * 100)}
        aria-valuetext=${[progress(this.name, percentOf(share)), ...rest].join(", ")}
      >
        <svg aria-hidden="true"><rect height="100%" width="${share * 100}%" /></svg>
      </div>
      <p class="hint" aria-hidden="true">${[of(sizeOf(moved), sizeOf(total)), ...rest].join(" · ")}</p>
      <div class="buttons">
        <button class="second" @click=${() => this.#do({ type: "hold-files", mid: this.#mid, paused: !still })}>
          ${still ? resume : pause} ${still ? go : hold}
        </button>
        ${this.#cancel()}
      </div>`;
  }

  #outcome(outgoing: boolean) {
    const outcome = this.transfer?.outcome ?? this.line?.outcome;
    const { sent, received, saveAll, again, interrupted, sentIt, gotIt } = talkWords.files;
    if (outcome === "done") {
      const savable = this.transfer?.files.filter(({ url }) => url !== undefined).length ?? 0;
      return html`<p class="outcome">${done} ${outgoing ? sent : received}</p>
        ${
          outgoing || savable < 2
            ? nothing
            : html`<div class="buttons">
                <button class="second" @click=${() => this.#do({ type: "save-files", mid: this.#mid })}>
                  ${saveAll}
                </button>
              </div>`
        }`;
    }
    const why = outcome === undefined ? interrupted : (outgoing ? sentIt : gotIt)[outcome](this.name);
    const calm = outcome === "declined" || outcome === "cancelled";
    return html`<p class="outcome ${calm ? "" : "wrong"}">${calm ? nothing : alert} <span>${why}</span></p>
      ${
        outgoing && this.transfer
          ? html`<div class="buttons">
              <button class="second" @click=${() => this.#do({ type: "send-files-again", mid: this.#mid })}>
                ${again}
              </button>
            </div>`
          : nothing
      }`;
  }

  #cancel() {
    return html`<button class="second" @click=${() => this.#do({ type: "cancel-files", mid: this.#mid })}>
      ${talkWords.files.cancel}
    </button>`;
  }

  get #mid(): string {
    return this.transfer?.mid ?? this.line?.mid ?? "";
  }

  #do(intent: Parameters<typeof intend>[1]): void {
    intend(this, intent);
  }
}

/** How fast it goes, and for how long yet, as far as that can be told. */
function pace({ speed, left }: Transfer): string[] {
  return [...(speed === undefined ? [] : [speedOf(speed)]), ...(left === undefined ? [] : [leftOf(left)])];
}

/** Why files that are offered cannot be taken. */
function whyNot(obstacle: NonNullable<Transfer["obstacle"]>): string {
  if (obstacle.why === "browser") return telling().noFilesHere;
  const { noRoom, memory } = talkWords.files;
  return (obstacle.why === "memory" ? memory : noRoom)(sizeOf(obstacle.limit));
}
