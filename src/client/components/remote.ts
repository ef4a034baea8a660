import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import type { Party } from "../../call/call.ts";
import "./avatar.ts";
import { speaker } from "./call-icons.ts";
import { plays } from "./stream.ts";
import { base } from "./styles.ts";

/** The other person: their picture and their voice, or their avatar while there is no picture. */
@customElement("earshot-remote")
export class EarshotRemote extends EarshotElement {
  @property({ attribute: false }) peer!: Party;
  @property({ attribute: false }) stream: MediaStream | undefined;
  /** They have said that their camera is off. */
  @property({ type: Boolean }) off = false;
  @state() private shape: "none" | "upright" | "wide" = "none";
  @state() private blocked = false;
  @query("video") private video!: HTMLVideoElement;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        overflow: hidden;
        background: radial-gradient(circle at 50% 40%, #26303a, var(--stage) 70%);
      }
      :host > * {
        grid-area: 1 / 1;
      }
      video {
        width: 100%;
        height: 100%;
        min-height: 0;
        object-fit: cover;
        /* Heads are above the middle: where the picture must be cut, rather below. */
        object-position: 50% 38%;
      }
      /* It goes on playing: hidden, it would lose its voice in some browsers. */
      video.unshown {
        opacity: 0;
      }
      /* An upright picture would lose its head in a wide window. */
      @media (orientation: landscape) {
        .upright {
          object-fit: contain;
        }
      }
      div {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: var(--gap-4);
        min-height: 0;
        color: var(--soft-on-stage);
      }
      earshot-avatar {
        --size: clamp(4rem, 20vmin, 9rem);
      }
      button {
        place-self: end center;
        gap: var(--gap-2);
        z-index: 1;
        max-width: calc(100% - 2rem);
        /* Above the controls, which float on the picture. */
        margin-bottom: calc(8.5rem + var(--bottom));
        box-shadow: var(--shadow);
      }
    `,
  ];

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("stream") && this.stream) void this.#play();
  }

  override render() {
    const off = this.off || !this.stream?.getVideoTracks().length;
    const shown = !off && this.shape !== "none";
    return html`<video
        class="${this.shape} ${shown ? "" : "unshown"}"
        aria-label=${this.peer.name}
        ${plays(this.stream)}
        autoplay
        playsinline
        @resize=${this.#measure}
        @emptied=${this.#measure}
      ></video>
      ${
        shown
          ? nothing
          : html`<div>
              <earshot-avatar who=${this.peer.id} name=${this.peer.name}></earshot-avatar>
              ${off ? html`<p>Camera is off</p>` : nothing}
            </div>`
      }
      ${
        this.blocked
          ? html`<button class="primary" @click=${this.#play}>${speaker} Tap to hear ${this.peer.name}</button>`
          : nothing
      }`;
  }

  #measure = (): void => {
    const { videoWidth, videoHeight } = this.video;
    this.shape = videoWidth === 0 ? "none" : videoHeight > videoWidth ? "upright" : "wide";
  };

  #play = async (): Promise<void> => {
    try {
      await this.video.play();
      this.blocked = false;
    } catch (error) {
      // A page that was not touched yet may not make a sound; an interrupted start (AbortError) is followed by another.
      this.blocked = !(error instanceof DOMException && error.name === "AbortError");
    }
  };
}
