import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Party } from "../../call/call.ts";
import { PlaybackController } from "../controllers/playback.ts";
import { words } from "../words/later.ts";
import "./avatar.ts";
import { EarshotElement } from "./element.ts";
import "./level.ts";
import { plays } from "./stream.ts";
import { base } from "./styles.ts";

/**
 * The other person: their picture and their voice, or their avatar while there is no picture. Says `shown` when what it shows, or
 * whether it may sound, has changed; and `speaker` when the chosen speaker fails, or does no longer.
 */
@customElement("earshot-remote")
export class EarshotRemote extends EarshotElement {
  @property({ attribute: false }) peer!: Party;
  @property({ attribute: false }) stream: MediaStream | undefined;
  /** They have said that their camera is off. */
  @property({ type: Boolean }) off = false;
  /** Nobody sends a picture: then it need not be said that there is none. */
  @property({ type: Boolean, reflect: true }) voice = false;
  @property({ type: Boolean, reflect: true }) small = false;
  /** The id of the speaker; empty for the one that the system prefers. */
  @property() speaker = "";
  /** How the picture fills the screen, if the user has said so. */
  @property({ reflect: true }) fit: "cover" | "contain" | undefined;
  @state() private shape: "none" | "upright" | "wide" = "none";
  @query("video") readonly video!: HTMLVideoElement;
  readonly playback = new PlaybackController(this, {
    video: () => this.video,
    stream: () => this.stream,
    speaker: () => this.speaker,
    spoke: (failed) => this.dispatchEvent(new CustomEvent("speaker", { detail: failed })),
  });
  #said = "";

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
      :host([fit="cover"]) video,
      :host([small]) video {
        object-fit: cover;
      }
      :host([fit="contain"]:not([small])) video {
        object-fit: contain;
      }
      .person {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: var(--gap-4);
        min-height: 0;
        color: var(--soft-on-stage);
      }
      .ringed {
        position: relative;
      }
      earshot-avatar {
        --size: clamp(4rem, 20vmin, 9rem);
      }
      :host([voice]) earshot-avatar {
        --size: clamp(5rem, 34vmin, 15rem);
      }
      :host([small]) earshot-avatar {
        --size: 2.75rem;
      }
      /* On a phone's side there is little between the name and the controls. */
      @media (max-height: 30rem) {
        :host([voice]) earshot-avatar {
          --size: clamp(3.5rem, 22vmin, 15rem);
        }
      }
    `,
  ];

  /** Their picture is to be seen. */
  get pictured(): boolean {
    return this.#sent && this.shape !== "none";
  }

  /** All of their picture is to be seen, with nothing cut off. */
  get whole(): boolean {
    return getComputedStyle(this.video).objectFit === "contain";
  }

  get #sent(): boolean {
    return !this.off && Boolean(this.stream?.getVideoTracks().length);
  }

  override updated(): void {
    const saying = `${this.pictured} ${this.playback.blocked}`;
    if (saying !== this.#said) this.dispatchEvent(new Event("shown"));
    this.#said = saying;
  }

  override render() {
    return html`<video
        class="${this.shape} ${this.pictured ? "" : "unshown"}"
        aria-label=${this.peer.name}
        ${plays(this.stream)}
        autoplay
        playsinline
        @resize=${this.#measure}
        @emptied=${this.#measure}
      ></video>
      ${this.pictured ? nothing : this.#person()}`;
  }

  #person() {
    return html`<div class="person">
      <div class="ringed">
        <earshot-level round .stream=${this.stream}></earshot-level>
        <earshot-avatar who=${this.peer.id} name=${this.peer.name}></earshot-avatar>
      </div>
      ${this.#sent || this.voice || this.small ? nothing : html`<p>${words.call.theirCameraIsOff}</p>`}
    </div>`;
  }

  #measure = (): void => {
    const { videoWidth, videoHeight } = this.video;
    this.shape = videoWidth === 0 ? "none" : videoHeight > videoWidth ? "upright" : "wide";
  };
}
