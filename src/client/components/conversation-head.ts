import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { codeOf } from "../code.ts";
import { statusOf } from "../sentences.ts";
import { intend } from "../state.ts";
import type { Peer } from "../../protocol/messages.ts";
import { words } from "../words/current.ts";
import { talkWords } from "../words/talk/current.ts";
import { close as cross } from "./icons.ts";
import { arrowLeft, more as dots, videoCall, voiceCall } from "./talk-icons.ts";

export interface Head {
  /** It is the panel of a call: who that is with is said there. */
  readonly calling: boolean;
  readonly wide: boolean;
  readonly id: string;
  readonly name: string;
  /** As they are listed, while they are here. */
  readonly here: Peer | undefined;
  readonly blocked: boolean;
  readonly more: boolean;
  readonly clearing: boolean;
  readonly clearable: boolean;
  close(): void;
  toggleMore(): void;
  clear(): void;
}

/** Who it is, and what else can be done with them. `host` says the intents. */
export function head(host: EventTarget, about: Head): TemplateResult {
  const { calling, wide, name, id, here, blocked, close } = about;
  if (calling)
    return html`<header>
      <h2>${talkWords.conversation.title}</h2>
      <button class="quiet" aria-label=${words.common.close} @click=${close}>${cross}</button>
    </header>`;
  const { call, voiceCall: voice } = words.directory;
  const status = blocked ? words.blocked.status : here ? statusOf(here) : words.recents.notHereNow;
  return html`<header>
      <button class="quiet" aria-label=${talkWords.conversation.back} @click=${close}>
        ${wide ? cross : arrowLeft}
      </button>
      <earshot-avatar who=${id} name=${name}></earshot-avatar>
      <div class="who">
        <h2 dir="auto">${name}</h2>
        <p class=${here?.status ?? ""}>${here?.alike ? words.alike.mark(codeOf(id)) : status}</p>
      </div>
      ${
        here && !blocked
          ? html`<button
                class="act"
                aria-label=${voice(name)}
                @click=${() => intend(host, { type: "dial", peer: id, video: false })}
              >
                ${voiceCall}
              </button>
              <button
                class="act"
                aria-label=${call(name)}
                @click=${() => intend(host, { type: "dial", peer: id, video: true })}
              >
                ${videoCall}
              </button>`
          : nothing
      }
      <button
        class="quiet"
        aria-label=${words.blocked.moreAbout(name)}
        aria-expanded=${about.more}
        @click=${about.toggleMore}
      >
        ${dots}
      </button>
    </header>
    ${about.more ? menu(host, about) : nothing}`;
}

function menu(host: EventTarget, { id, name, blocked, clearing, clearable, clear }: Head): TemplateResult {
  const { block, unblock, hint } = words.blocked;
  const { clear: ask, clearSure } = talkWords.conversation;
  return html`<div class="menu">
    ${
      clearable
        ? html`<button class="second ${clearing ? "sure" : ""}" @click=${clear}>${clearing ? clearSure : ask}</button>`
        : nothing
    }
    <button
      class="second"
      aria-describedby=${blocked ? nothing : "hint"}
      @click=${() => intend(host, blocked ? { type: "unblock", id } : { type: "block", person: { id, name } })}
    >
      ${blocked ? unblock(name) : block(name)}
    </button>
    ${blocked ? nothing : html`<p id="hint">${hint}</p>`}
  </div>`;
}
