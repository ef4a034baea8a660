import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { codeOf } from "../code.ts";
import { glides } from "../controllers/glide.ts";
import type { Seat } from "../roster.ts";
import { statusOf } from "../sentences.ts";
import { type Intent, intend } from "../state.ts";
import type { Peer } from "../../protocol/messages.ts";
import { language, words } from "../words/current.ts";
import { avatarOf } from "./avatar.ts";

export interface About {
  readonly blocked: boolean;
  /** How many lines of theirs nobody has seen. */
  readonly unread: number;
  /** How much of the files that are on their way has gone over, from 0 to 1. */
  readonly moved: number | undefined;
}

/** One person in the directory, whom `host` says the intents about; rendered anew only if something of it has changed. */
export function personRow(host: EventTarget, { peer, gone }: Seat, { blocked, unread, moved }: About): unknown {
  const { id, name, device, status, alike, protocol } = peer;
  const percent = moved === undefined ? undefined : Math.round(moved * 100);
  return guard([id, name, device, status, alike, protocol, gone, blocked, unread, percent, language], () =>
    row(host, { peer, gone }, blocked, unread, percent),
  );
}

/** Its icons are `symbols`, which the host has rendered. */
function row(host: EventTarget, { peer, gone }: Seat, blocked: boolean, unread: number, percent?: number) {
  const { device, id, name, alike } = peer;
  const kind = blocked ? "blocked" : (peer.status ?? "available");
  const writes = !blocked && peer.protocol !== undefined;
  return html`<li
    class="${kind} ${gone ? "gone" : ""}"
    aria-hidden=${gone || nothing}
    data-peer=${writes && !gone ? id : nothing}
  >
    <div class="seat">
      ${avatarOf(id, name)}
      ${
        percent === undefined
          ? nothing
          : html`<svg viewBox="0 0 32 32" aria-hidden="true">
              <circle cx="16" cy="16" r="15" pathLength="100" stroke-dasharray="${percent} 100" />
            </svg>`
      }
    </div>
    <div class="person">
      <b>${name}</b>
      <span>
        ${device ? html`${icon(device)}<span class="unseen">${words.directory[device]},</span>` : nothing}
        ${blocked ? words.blocked.status : statusOf(peer)}</span
      >
      ${
        alike
          ? html`<span id="alike-${id}" class="alike">${icon("alike")} ${words.alike.mark(codeOf(id))}</span>`
          : nothing
      }
    </div>
    ${blocked ? unblock(host, id, name) : buttons(host, peer, { gone, unread, writes })}
  </li>`;
}

const icon = (name: string) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="#${name}" /></svg>`;

/** The first is the row as a whole. */
function buttons(
  host: EventTarget,
  { id, name, alike }: Peer,
  { gone, unread, writes }: { gone: boolean; unread: number; writes: boolean },
) {
  const { call, voiceCall, write, writeUnread } = words.directory;
  const button = (kind: string, label: string, inside: unknown, intent: Intent) =>
    html`<button
      class=${kind}
      aria-label=${label}
      aria-describedby=${alike ? `alike-${id}` : nothing}
      ?disabled=${gone}
      @click=${({ detail, currentTarget }: MouseEvent): void => {
        // By a finger that meant whoever was there before.
        if (detail > 0 && glides((currentTarget as Element).closest("li"))) return;
        intend(host, intent);
      }}
    >
      ${inside}
    </button>`;
  const label = unread > 0 ? writeUnread(name, unread) : write(name);
  const mark = html`<span class="mark" aria-hidden="true"
    >${unread > 0 ? html`<b>${Math.min(unread, 99)}</b>` : icon("write")}</span
  >`;
  return html`${writes ? html`${button("write", label, nothing, { type: "open-conversation", peer: id })}${mark}` : nothing}
  ${button(writes ? "aside call" : "call", call(name), icon("camera"), { type: "dial", peer: id, video: true })}
  ${button("aside", voiceCall(name), icon("voice"), { type: "dial", peer: id, video: false })}`;
}

function unblock(host: EventTarget, id: string, name: string) {
  return html`<button
    class="aside unblock"
    aria-label=${words.blocked.unblock(name)}
    @click=${() => intend(host, { type: "unblock", id })}
  >
    ${words.blocked.unblockShort}
  </button>`;
}
