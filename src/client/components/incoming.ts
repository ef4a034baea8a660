import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import type { Calling, Connecting, Preparing, RingingCall } from "../../call/call.ts";
import type { Loudness } from "../ringing.ts";
import { progressOf, titleOf } from "../sentences.ts";
import { intend } from "../state.ts";
import type { MediaState } from "../state.ts";
import { words } from "../words/current.ts";
import "./avatar.ts";
import { control } from "./control.ts";
import { alike, bellOff, block, camera, hangUp, phone, speaker } from "./icons.ts";
import { ringStyles } from "./ring-styles.ts";

/** Somebody calls; once accepted, the same until it is connected. So is one's own call where the dialog for that has not come yet: see app.ts. */
@customElement("earshot-incoming")
export class EarshotIncoming extends EarshotElement {
  @property({ attribute: false }) call!: RingingCall | Preparing | Calling | Connecting;
  @property({ attribute: false }) media!: MediaState;
  /** By which this person is told from somebody of a similar name who is here, too. */
  @property() code: string | undefined;
  /** How it is heard. */
  @property() loudness: Loudness = "aloud";
  /** The user has silenced this call, as opposed to all. */
  @property({ type: Boolean }) silenced = false;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    ringStyles,
    css`
      /* Keeps its place, so that nothing moves under the thumb. */
      .sound {
        display: grid;
        place-items: center;
        min-height: 2.75rem;
      }
      .block {
        max-width: 100%;
        padding: var(--gap-1) var(--gap-4);
        color: #dfe5ea;
        font-size: var(--small);
        overflow-wrap: anywhere;
      }
      .block .icon {
        width: 1.125rem;
        height: 1.125rem;
      }
      .block:hover {
        background: #ffffff1f;
      }
      dialog {
        padding-bottom: calc(var(--gap-4) + var(--bottom));
      }
    `,
  ];

  override firstUpdated(): void {
    this.dialog.showModal();
    // Not on Accept: somebody who is typing would accept with the next Enter.
    this.dialog.focus();
  }

  override render() {
    const { call } = this;
    const { name, id } = call.peer;
    const ringing = call.phase === "ringing";
    // The name and what is said about it are read with the focus; what changes afterwards, as a status.
    return html`<dialog
      aria-label=${titleOf(call)}
      aria-describedby="about alike"
      tabindex="-1"
      closedby="none"
      @cancel=${(event: Event) => event.preventDefault()}
      @keydown=${this.#key}
    >
      <earshot-avatar class="glow" who=${id}></earshot-avatar>
      <div class="who ${ringing ? "calling" : ""}">
        <div class="face"><earshot-avatar who=${id} name=${name}></earshot-avatar></div>
        <h2>${name}</h2>
        <p id="about" role="status">${call.phase === "ringing" ? kindOf(call) : progressOf(call)}</p>
        <p id="alike" class="alike">
          ${this.code !== undefined && ringing ? html`${alike} <span>${words.alike.calling(this.code)}</span>` : nothing}
        </p>
      </div>
      <div class="actions">
        ${this.media.problem && !ringing ? html`<p class="problem">${this.media.problem}</p>` : nothing}
        <div class="sound">${ringing ? this.#sound() : nothing}</div>
        <div class="controls">
          ${call.phase === "ringing" ? this.#answers(call) : this.#hangUp(call.direction === "outgoing" ? words.ringing.cancel : words.ringing.hangUp)}
        </div>
        ${call.phase === "ringing" ? this.#block(call) : nothing}
      </div>
    </dialog>`;
  }

  /** Under the answers and small: it declines, too. */
  #block({ peer: { id, name } }: RingingCall) {
    return html`<button class="block" @click=${() => intend(this, { type: "block", person: { id, name } })}>
      ${block} <span>${words.blocked.block(name)}</span>
    </button>`;
  }

  #answers({ video }: RingingCall) {
    const { accept, withoutVideo, decline } = words.ringing;
    const answer = (video: boolean) => () => intend(this, { type: "accept", video });
    return [
      this.#hangUp(decline),
      video ? control(phone, withoutVideo, "plain", answer(false)) : nothing,
      control(video ? camera : phone, accept, "yes", answer(video)),
    ];
  }

  #hangUp(name: string) {
    return control(hangUp, name, "no", () => intend(this, { type: "hang-up" }));
  }

  #sound() {
    const { silence: name, silenced, tapForSound } = words.ringing;
    if (this.silenced) return html`<span class="hint" role="status">${bellOff} ${silenced}</span>`;
    if (this.loudness === "locked") return html`<span class="hint" role="status">${speaker} ${tapForSound}</span>`;
    // A ring that makes no sound may still shake the device.
    return this.loudness === "aloud" || "vibrate" in navigator
      ? html`<button class="hint" @click=${this.#silence}>${bellOff} ${name}</button>`
      : nothing;
  }

  /** It must not be declined by accident: Escape is for peace. */
  #key = ({ key }: KeyboardEvent): void => {
    if (key === "Escape" && this.call.phase === "ringing" && !this.silenced) this.#silence();
  };

  #silence = (): void => {
    intend(this, { type: "silence" });
    // The button is gone now.
    this.dialog.focus();
  };
}

function kindOf({ video }: RingingCall): string {
  return video ? words.ringing.videoCall : words.ringing.voiceCall;
}
