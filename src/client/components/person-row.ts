import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { codeOf } from "../code.ts";
import { glides } from "../controllers/glide.ts";
import type { Seat } from "../roster.ts";
import { statusOf } from "../sentences.ts";
import { intend } from "../state.ts";
import { language, words } from "../words/current.ts";
import { avatarOf } from "./avatar.ts";

/** One person in the directory, whom `host` says the intents about; rendered anew only if something of it has changed. */
export function personRow(host: EventTarget, { peer, gone }: Seat, blocked: boolean): unknown {
  const { id, name, device, status, alike } = peer;
  return guard([id, name, device, status, alike, gone, blocked, language], () => row(host, { peer, gone }, blocked));
}

/** Its icons are `symbols`, which the host has rendered. */
function row(host: EventTarget, { peer, gone }: Seat, blocked: boolean): TemplateResult {
  const { device, id, name, alike } = peer;
  const kind = blocked ? "blocked" : (peer.status ?? "available");
  return html`<li class="${kind} ${gone ? "gone" : ""}" aria-hidden=${gone || nothing}>
    <div class="seat">${avatarOf(id, name)}</div>
    <div class="person">
      <b>${name}</b>
      <span>
        ${
          device
            ? html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="#${device}" /></svg
                ><span class="unseen">${words.directory[device]},</span>`
            : nothing
        }
        ${blocked ? words.blocked.status : statusOf(peer)}</span
      >
      ${
        alike
          ? html`<span id="alike-${id}" class="alike"
              ><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="#alike" /></svg>
              ${words.alike.mark(codeOf(id))}</span
            >`
          : nothing
      }
    </div>
    ${blocked ? unblock(host, peer.id, name) : call(host, peer.id, name, { gone, alike: alike ?? false })}
  </li>`;
}

function call(host: EventTarget, id: string, name: string, { gone, alike }: { gone: boolean; alike: boolean }) {
  const { call, voiceCall } = words.directory;
  const about = alike ? `alike-${id}` : nothing;
  const dial =
    (video: boolean) =>
    ({ detail, currentTarget }: MouseEvent): void => {
      // By a finger that meant whoever was there before.
      if (detail > 0 && glides((currentTarget as Element).closest("li"))) return;
      intend(host, { type: "dial", peer: id, video });
    };
  return html`<button aria-label=${call(name)} aria-describedby=${about} ?disabled=${gone} @click=${dial(true)}>
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="#camera" /></svg>
    </button>
    <button
      class="aside"
      aria-label=${voiceCall(name)}
      aria-describedby=${about}
      ?disabled=${gone}
      @click=${dial(false)}
    >
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="#voice" /></svg>
    </button>`;
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
