import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import type { Calling, Connecting, Preparing } from "../../call/call.ts";
import { progressOf } from "../sentences.ts";
import { intend } from "../state.ts";
import type { MediaState } from "../state.ts";
import { words } from "../words/current.ts";
import "./avatar.ts";
import { control } from "./control.ts";
import { alike, hangUp } from "./icons.ts";
import { ringStyles } from "./ring-styles.ts";
import "./self.ts";

/** One's own call, until it is answered and connected. */
@customElement("earshot-outgoing")
export class EarshotOutgoing extends EarshotElement {
  @property({ attribute: false }) call!: Preparing | Calling | Connecting;
  @property({ attribute: false }) media!: MediaState;
  /** By which this person is told from somebody of a similar name who is here, too. */
  @property() code: string | undefined;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    ringStyles,
    css`
      .behind {
        position: absolute;
        inset: 0;
        z-index: -1;
      }
      .behind::after {
        content: "";
        position: absolute;
        inset: 0;
        background: linear-gradient(#0c0f12e6, #0c0f12a6 35%, #0c0f1226 65%, #0c0f12cc);
      }
      .behind earshot-self {
        height: 100%;
      }
      /* Not in front of the user's own face. */
      .behind + .who {
        margin-top: 0;
      }
      .behind + .who earshot-avatar {
        --size: 5rem;
      }
      .behind + .who .face {
        margin-bottom: var(--gap-2);
      }
      @media (max-height: 30rem) {
        .behind + .who earshot-avatar {
          --size: 3.5rem;
        }
      }
    `,
  ];

  override firstUpdated(): void {
    this.dialog.showModal();
    // Not on Cancel: the Enter that has called may still be held down.
    this.dialog.focus();
  }

  override render() {
    const { call } = this;
    const { peer } = call;
    const { local, problem, cameraOff } = this.media;
    const { calling, cancel } = words.ringing;
    const seen = !cameraOff && local?.getVideoTracks().length;
    return html`<dialog
      aria-label=${calling(peer.name)}
      aria-describedby="progress"
      tabindex="-1"
      @close=${this.#hangUp}
    >
      ${
        seen
          ? html`<div class="behind"><earshot-self .stream=${local}></earshot-self></div>`
          : html`<earshot-avatar class="glow" who=${peer.id}></earshot-avatar>`
      }
      <div class="who ${call.phase === "connecting" ? "" : "calling"}">
        <div class="face"><earshot-avatar who=${peer.id} name=${peer.name}></earshot-avatar></div>
        <h2>${peer.name}</h2>
        <p id="progress" role="status">${progressOf(call)}</p>
        ${this.code === undefined ? nothing : html`<p class="alike">${alike} ${words.alike.called(this.code)}</p>`}
      </div>
      <div class="actions">
        ${problem ? html`<p class="problem">${problem}</p>` : nothing}
        <div class="controls">${control(hangUp, cancel, "no", this.#hangUp)}</div>
      </div>
    </dialog>`;
  }

  #hangUp = (): void => {
    intend(this, { type: "hang-up" });
  };
}
