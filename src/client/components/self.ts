import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { words } from "../words/later.ts";
import { EarshotElement } from "./element.ts";
import { cameraOff } from "./icons.ts";
import { plays } from "./stream.ts";
import { base } from "./styles.ts";

/** The user's own picture, as in a mirror. */
@customElement("earshot-self")
export class EarshotSelf extends EarshotElement {
  @property({ attribute: false }) stream: MediaStream | undefined;
  @property({ type: Boolean }) off = false;
  /** What is wrong, for the user to read. */
  @property() note = "";
  /** Stands where there is no picture yet and nothing is wrong. */
  @property() hint = "";

  static override styles = [
    base,
    css`
      :host {
        position: relative;
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
      .none {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: var(--gap-2);
        height: 100%;
        padding: var(--gap-4);
        font-size: var(--small);
        text-align: center;
        text-wrap: balance;
      }
      .note {
        position: absolute;
        inset: auto 0 0;
        padding: var(--gap-2) var(--gap-4);
        background: var(--glass);
        color: var(--on-stage);
        font-size: var(--small);
      }
    `,
  ];

  override render() {
    const track = this.stream?.getVideoTracks().find(({ readyState }) => readyState === "live");
    if (this.off || !this.stream || !track) {
      const words = this.note || this.hint;
      return html`<div class="none">${cameraOff}${words ? html`<p>${words}</p>` : nothing}</div>`;
    }
    // The camera at the back of a phone shows the world, not a mirror.
    const mirrored = track.getSettings().facingMode !== "environment";
    return html`<video
        class=${mirrored ? "mirrored" : ""}
        aria-label=${words.call.you}
        .muted=${true}
        ${plays(this.stream)}
        autoplay
        playsinline
      ></video>
      ${this.note ? html`<p class="note">${this.note}</p>` : nothing}`;
  }
}
