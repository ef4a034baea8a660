import { html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import type { Connected } from "../../call/call.ts";
import { ClockController } from "../controllers/clock.ts";
import { ViewportController } from "../controllers/viewport.ts";
import { intend } from "../state.ts";
import type { AppState, ChatLine, MediaState } from "../state.ts";
import { duration } from "../sentences.ts";
import { styles } from "./call-styles.ts";
import type { EarshotChat } from "./chat.ts";
import "./chat.ts";
import { control } from "./control.ts";
import { hangUp, message, microphone, microphoneOff } from "./call-icons.ts";
import { camera, cameraOff } from "./icons.ts";
import "./remote.ts";
import "./self.ts";

/** Wide enough for the conversation to stand beside the picture from the start. */
const WIDE = "(min-width: 60rem)";

/** The call itself: the other fills the screen, the user is in a corner. */
@customElement("earshot-call")
export class EarshotCall extends EarshotElement {
  @property({ attribute: false }) call!: Connected;
  @property({ attribute: false }) media!: MediaState;
  @property({ attribute: false }) theirs!: AppState["theirs"];
  @property({ attribute: false }) chat: readonly ChatLine[] = [];
  @state() private chatting = matchMedia(WIDE).matches;
  @query("section") private region!: HTMLElement;
  @query("earshot-chat") private conversation!: EarshotChat | null;
  @query("[aria-expanded]") private toggle!: HTMLElement;
  #clock = new ClockController(this);
  /** How many lines there were when the conversation was last on the screen. */
  #read = 0;

  constructor() {
    super();
    this.addController(new ViewportController(this));
  }

  static override styles = styles;

  override firstUpdated(): void {
    // What had the focus has gone with the dialog.
    this.region.focus();
  }

  override render() {
    const { call, media, theirs } = this;
    const { name } = call.peer;
    if (this.chatting) this.#read = this.chat.length;
    return html`<section aria-label="Call with ${name}" tabindex="-1" class=${this.chatting ? "chatting" : ""}>
      <div class="stage">
        <earshot-remote .peer=${call.peer} .stream=${media.remote} ?off=${theirs.cameraOff}></earshot-remote>
        <div class="top">
          <div class="about">
            <h2>${name}</h2>
            <p role="timer">${duration(this.#clock.since(call.since))}</p>
          </div>
          <div role="status">${this.#trouble()}</div>
          ${theirs.muted ? html`<p class="mark">${microphoneOff} ${name} is muted</p>` : nothing}
          ${media.problem ? html`<p class="mark">${media.problem}</p>` : nothing}
        </div>
        <earshot-self .stream=${media.local} ?off=${media.cameraOff}></earshot-self>
        <div class="bar">${this.#controls()}</div>
      </div>
      ${
        this.chatting
          ? html`<earshot-chat .name=${name} .lines=${this.chat} @close=${this.#toggleChat}></earshot-chat>`
          : nothing
      }
    </section>`;
  }

  /** The seconds are for the eye: a screen reader would read every one of them. */
  #trouble() {
    const { reconnecting } = this.call;
    if (reconnecting === undefined) return nothing;
    const seconds = Math.floor(this.#clock.since(reconnecting) / 1000);
    return html`<p class="mark trouble">Reconnecting… <span aria-hidden="true">${seconds} s</span></p>`;
  }

  #controls() {
    const { muted, cameraOff: dark } = this.media;
    const unread = this.chat.slice(this.#read).filter(({ from }) => from === "them").length;
    return html`<div class="controls">
        ${control(muted ? microphoneOff : microphone, muted ? "Unmute" : "Mute", muted ? "on" : "plain", () =>
          intend(this, { type: "mute", muted: !muted }),
        )}
        ${control(dark ? cameraOff : camera, dark ? "Camera on" : "Camera off", dark ? "on" : "plain", () =>
          intend(this, { type: "camera", off: !dark }),
        )}
        ${control(message, "Chat", "plain", this.#toggleChat, {
          open: this.chatting,
          describedBy: "unread",
          ...(unread > 0 && { badge: String(Math.min(unread, 99)) }),
        })}
        ${control(hangUp, "Hang up", "no", () => intend(this, { type: "hang-up" }))}
      </div>
      <p id="unread" class="unseen" aria-live="polite">
        ${unread === 0 ? nothing : unread === 1 ? "1 new message" : `${unread} new messages`}
      </p>`;
  }

  #toggleChat = (): void => {
    this.chatting = !this.chatting;
    void this.updateComplete.then(() => (this.conversation ?? this.toggle).focus());
  };
}
