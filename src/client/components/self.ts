import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { cameraOff } from "./icons.ts";
import { base } from "./styles.ts";

/** The user's own picture, as in a mirror; what is slotted in stands where there is none. */
@customElement("earshot-self")
export class EarshotSelf extends LitElement {
  @property({ attribute: false }) stream: MediaStream | undefined;
  @property({ type: Boolean }) off = false;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow: hidden;
        background: #20262d;
        color: var(--soft-on-stage);
      }
      video {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .mirrored {
        transform: scaleX(-1);
      }
      div {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: var(--gap-2);
        height: 100%;
        padding: var(--gap-2);
        font-size: var(--small);
        text-align: center;
      }
    `,
  ];

  override render() {
    const track = this.stream?.getVideoTracks().find(({ readyState }) => readyState === "live");
    if (this.off || !this.stream || !track) return html`<div>${cameraOff}<slot></slot></div>`;
    // The camera at the back of a phone shows the world, not a mirror.
    const mirrored = track.getSettings().facingMode !== "environment";
    return html`<video
      class=${mirrored ? "mirrored" : ""}
      aria-label="You"
      .srcObject=${this.stream}
      .muted=${true}
      autoplay
      playsinline
    ></video>`;
  }
}
