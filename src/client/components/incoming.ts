import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import type { Connecting, Preparing, RingingCall } from "../../call/call.ts";
import { intend } from "../state.ts";
import type { MediaState } from "../state.ts";
import { progressOf } from "../sentences.ts";
import "./avatar.ts";
import { control, controls } from "./control.ts";
import { camera, hangUp, phone } from "./icons.ts";
import { base, stage } from "./styles.ts";

/** Somebody calls; once accepted, the same until it is connected. */
@customElement("earshot-incoming")
export class EarshotIncoming extends EarshotElement {
  @property({ attribute: false }) call!: RingingCall | Preparing | Connecting;
  @property({ attribute: false }) media!: MediaState;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    stage,
    controls,
    css`
      .controls {
        width: min(24rem, 100%);
        justify-content: space-evenly;
      }
      .control {
        width: 6.5rem;
      }
      .disc {
        width: 4rem;
        height: 4rem;
        margin-bottom: var(--gap-1);
      }
      .ringing earshot-avatar {
        border-radius: 50%;
        animation: pulse 1.8s ease-out infinite;
      }
      @keyframes pulse {
        from {
          box-shadow:
            0 0 0 0 #4fd1c059,
            0 0 0 0 #4fd1c033;
        }
        to {
          box-shadow:
            0 0 0 1.5rem #4fd1c000,
            0 0 0 3rem #4fd1c000;
        }
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
    return html`<dialog
      aria-label=${ringing ? `${name} is calling` : `Connecting to ${name}`}
      tabindex="-1"
      closedby="none"
      @cancel=${(event: Event) => event.preventDefault()}
    >
      <div class="who ${call.phase}">
        <earshot-avatar who=${id} name=${name}></earshot-avatar>
        <h2>${name}</h2>
        <p role="status">
          ${call.phase === "ringing" ? `Incoming ${call.video ? "video " : ""}call` : progressOf(call)}
        </p>
      </div>
      ${this.media.problem && !ringing ? html`<p class="problem">${this.media.problem}</p>` : nothing}
      <div class="controls">
        ${
          ringing
            ? [
                control(hangUp, "Decline", "no", this.#hangUp),
                control(phone, "Accept without video", "plain", () => intend(this, { type: "accept", video: false })),
                control(camera, "Accept", "yes", () => intend(this, { type: "accept", video: true })),
              ]
            : control(hangUp, "Hang up", "no", this.#hangUp)
        }
      </div>
    </dialog>`;
  }

  #hangUp = (): void => {
    intend(this, { type: "hang-up" });
  };
}
