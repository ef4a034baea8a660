import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { intend } from "../state.ts";
import type { MediaState } from "../state.ts";
import { words } from "../words/later.ts";
import { hangUp, message, microphone, microphoneOff, more, shareScreen, stopSharing } from "./call-icons.ts";
import { control } from "./control.ts";
import { camera, cameraOff } from "./icons.ts";

export interface Bar {
  readonly media: MediaState;
  /** The conversation is on the screen. */
  readonly chatting: boolean;
  /** How many lines nobody has seen. */
  readonly unread: number;
  toggleChat(): void;
  openMore(): void;
}

/** The buttons of a call, which `host` says the intents of. */
export function bar(host: EventTarget, { media, chatting, unread, toggleChat, openMore }: Bar): TemplateResult {
  const { call } = words;
  const { muted, cameraOff: dark, canShare, ownScreen } = media;
  const sharing = ownScreen !== undefined;
  return html`<div class="controls ${canShare ? "many" : ""}">
      ${control(
        muted ? microphoneOff : microphone,
        muted ? call.unmute : call.mute,
        muted ? "on" : "plain",
        () => intend(host, { type: "mute", muted: !muted }),
        { keys: "M Space" },
      )}
      ${control(
        dark ? cameraOff : camera,
        dark ? call.cameraOn : call.cameraOff,
        dark ? "on" : "plain",
        () => intend(host, { type: "camera", off: !dark }),
        { keys: "V" },
      )}
      ${
        canShare
          ? control(
              sharing ? stopSharing : shareScreen,
              sharing ? call.stopSharing : call.shareScreen,
              sharing ? "on" : "plain",
              () => intend(host, { type: "share-screen", on: !sharing }),
            )
          : nothing
      }
      ${control(message, call.chat, "plain", toggleChat, {
        open: chatting,
        describedBy: "unread",
        keys: "C",
        ...(unread > 0 && { badge: String(Math.min(unread, 99)) }),
      })}
      ${control(more, call.more, "plain", openMore, { dialog: true })}
      ${control(hangUp, call.hangUp, "no", () => intend(host, { type: "hang-up" }))}
    </div>
    <p id="unread" class="unseen" aria-live="polite">${unread === 0 ? "" : call.unread(unread)}</p>`;
}
