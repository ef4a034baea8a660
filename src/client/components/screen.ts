import { css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { PlaybackController } from "../controllers/playback.ts";
import { words } from "../words/later.ts";
import { EarshotElement } from "./element.ts";
import { plays } from "./stream.ts";
import { base } from "./styles.ts";

/** The screen that the other shares, all of it, with its sound. Says `speaker` when the chosen speaker fails, or does no longer. */
@customElement("earshot-screen")
export class EarshotScreen extends EarshotElement {
  /** Whose it is. */
  @property() name = "";
  @property({ attribute: false }) stream: MediaStream | undefined;
  /** The id of the speaker; empty for the one that the system prefers. */
  @property() speaker = "";
  @property({ type: Boolean, reflect: true }) filling = false;
  @query("video") readonly video!: HTMLVideoElement;
  readonly playback = new PlaybackController(this, {
    video: () => this.video,
    stream: () => this.stream,
    speaker: () => this.speaker,
    spoke: (failed) => this.dispatchEvent(new CustomEvent("speaker", { detail: failed })),
  });

  static override styles = [
    base,
    css`
      :host {
        display: block;
        background: var(--stage);
      }
      video {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      :host([filling]) video {
        object-fit: cover;
      }
    `,
  ];

  override updated(): void {
    this.dispatchEvent(new Event("shown"));
  }

  override render() {
    return html`<video
      aria-label=${words.call.screenOf(this.name)}
      ${plays(this.stream)}
      autoplay
      playsinline
    ></video>`;
  }
}
