import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { type Passage, timeOf } from "../passages.ts";
import { beginningOf, isEmoji, piecesOf } from "../rich-text.ts";
import { intend } from "../state.ts";
import type { TextLine } from "../talk-state.ts";
import { KEEP_TEXT } from "../../protocol/talk.ts";
import { words } from "../words/current.ts";
import { talkWords } from "../words/talk/current.ts";
import { alert, delivered, sending } from "./talk-icons.ts";

export interface Message {
  /** The other, and whether they are away at the moment. */
  readonly peer: string;
  readonly name: string;
  readonly away: boolean;
  /** A long text is shown whole. */
  readonly whole: boolean;
  fold(whole: boolean): void;
}

/** Something that was written, in a bubble; below the last one of a row when that was, and where it is. `host` says the intents. */
export function message(host: EventTarget, passage: Passage<TextLine>, about: Message): TemplateResult {
  const { line, first, last } = passage;
  const speaker = talkWords.lines.says(line.from === "me" ? words.common.you : about.name);
  const beginning = about.whole ? undefined : beginningOf(line.text);
  const looks = [line.from, first && "first", last && "last", isEmoji(line.text) && "emoji"].filter(Boolean).join(" ");
  // On one line, since the white space of what people write is kept.
  // prettier-ignore
  return html`<div class="line ${looks}">
    <p class="bubble"><span class="unseen">${speaker} </span><span dir="auto">${written(beginning ?? line.text)}</span>${fold(line, beginning !== undefined, about)}</p>
    ${last || line.delivery === "failed" || line.delivery === "sending" ? fate(host, line, about) : nothing}
  </div>`;
}

function written(text: string): unknown {
  return piecesOf(text).map((piece) =>
    typeof piece === "string"
      ? piece
      : html`<a href=${piece.url} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`,
  );
}

function fold({ text }: TextLine, folded: boolean, { whole, fold }: Message): unknown {
  if (!folded && !(whole && beginningOf(text) !== undefined)) return nothing;
  const { showAll, showLess } = talkWords.lines;
  return html`<button class="fold" aria-expanded=${!folded} @click=${() => fold(folded)}>
    ${folded ? showAll : showLess}
  </button>`;
}

/** When it was said; of the user's own also where it is. */
function fate(host: EventTarget, line: TextLine, { peer, name, away }: Message): TemplateResult {
  const { sending: underWay, delivered: arrived, kept, failed, why, again } = talkWords.lines;
  const time = html`<time datetime=${new Date(line.at).toISOString()}>${timeOf(line.at)}</time>`;
  switch (line.delivery) {
    case "sending":
      return away
        ? html`<p class="fate">${sending} ${kept(name, KEEP_TEXT / 60_000)} ${time}</p>`
        : html`<p class="fate">
            ${time}<span class="slow">${sending}<span class="unseen">${underWay}</span></span>
          </p>`;
    case "delivered":
      return html`<p class="fate">${time}${delivered}<span class="unseen">${arrived}</span></p>`;
    case "failed":
      return html`<div class="fate failed">
        <p>
          ${alert} <span><b>${failed}</b> ${line.why ? why[line.why](name) : nothing}</span>
        </p>
        <button @click=${() => intend(host, { type: "say-again", peer, mid: line.mid })}>${again}</button>
      </div>`;
    default:
      return html`<p class="fate">${time}</p>`;
  }
}

export const messages = css`
  .line {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    margin-top: 2px;
  }
  .line.first {
    margin-top: var(--gap-2);
  }
  .line.me {
    align-items: flex-end;
  }
  .bubble {
    max-width: min(85%, 36rem);
    padding: var(--gap-2) var(--gap-3);
    border: 1px solid transparent;
    border-radius: var(--round);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .bubble > [dir] {
    display: block;
  }
  .me .bubble {
    background: var(--accent);
    color: var(--on-accent);
    --focus: var(--on-accent);
  }
  .them .bubble {
    border-color: var(--line);
    background: var(--bubble, var(--surface));
  }
  .me:not(.first) .bubble {
    border-top-right-radius: 0.375rem;
  }
  .me:not(.last) .bubble {
    border-bottom-right-radius: 0.375rem;
  }
  .them:not(.first) .bubble {
    border-top-left-radius: 0.375rem;
  }
  .them:not(.last) .bubble {
    border-bottom-left-radius: 0.375rem;
  }
  .emoji .bubble {
    padding: 0;
    border-color: transparent;
    background: none;
    font-size: 2.75rem;
    line-height: 1.2;
  }
  .bubble a {
    color: inherit;
    text-underline-offset: 0.15em;
  }
  .them .bubble a {
    color: var(--accent);
  }
  .bubble a:focus-visible {
    border-radius: 2px;
    outline-color: currentColor;
  }
  .fold {
    display: flex;
    margin: 0 calc(-1 * var(--gap-2)) calc(-1 * var(--gap-2));
    padding: 0 var(--gap-2);
    font-size: var(--small);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .fate {
    display: flex;
    align-items: center;
    gap: var(--gap-1);
    padding: 2px var(--gap-2) 0;
    color: var(--soft);
    font-size: var(--tiny);
    font-variant-numeric: tabular-nums;
  }
  .fate .icon {
    width: 1rem;
    height: 1rem;
  }
  .slow {
    animation: wait 1s step-end;
  }
  @keyframes wait {
    from {
      opacity: 0;
    }
  }
  .failed {
    flex-wrap: wrap;
    justify-content: flex-end;
    max-width: 100%;
    color: var(--wrong);
    font-size: var(--small);
  }
  .failed p {
    display: flex;
    align-items: center;
    gap: var(--gap-1);
  }
  .failed button {
    padding: 0 var(--gap-3);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  @media (forced-colors: active) {
    .bubble {
      border-color: CanvasText;
    }
    .me .bubble {
      border-width: 2px;
    }
  }
`;
