import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Party } from "../../call/call.ts";
import { TilesController } from "../controllers/tiles.ts";
import { intend } from "../state.ts";
import type { AppState, MediaState } from "../state.ts";
import { words } from "../words/later.ts";
import { flip } from "./call-icons.ts";
import { EarshotElement } from "./element.ts";
import "./level.ts";
import { styles } from "./pictures-styles.ts";
import type { EarshotRemote } from "./remote.ts";
import "./remote.ts";
import type { EarshotScreen } from "./screen.ts";
import "./screen.ts";
import "./self.ts";

type Who = "them" | "screen" | "you";

/** Two taps on the picture are one gesture within this many milliseconds. */
const DOUBLE = 350;

/**
 * The pictures of a call: one fills the stage, the others are small, in a corner, and take its place at a tap. Says `shown` when what
 * can be seen or heard has changed, and `speaker` when the chosen speaker fails, or does no longer.
 */
@customElement("earshot-pictures")
export class EarshotPictures extends EarshotElement {
  @property({ attribute: false }) peer!: Party;
  @property({ attribute: false }) media!: MediaState;
  @property({ attribute: false }) theirs!: AppState["theirs"];
  /** Nobody sends a picture. */
  @property({ type: Boolean }) voice = false;
  /** What the small pictures must not cover. */
  @property({ attribute: false }) obstacles: () => Iterable<HTMLElement> = () => [];
  /** The picture that the user wants to see large. */
  @state() private chosen: Who | undefined;
  @query("earshot-remote") private remote!: EarshotRemote | null;
  @query("earshot-screen") private screen!: EarshotScreen | null;
  #tapped = 0;
  #tiles = new TilesController(this, {
    stage: () => this,
    tiles: () => this.renderRoot.querySelectorAll<HTMLElement>(".small"),
    obstacles: () => this.obstacles(),
  });

  static override styles = styles;

  /** Something of the other is to be seen: their picture, or their screen. */
  get pictured(): boolean {
    return Boolean(this.remote?.pictured || this.media.theirScreen);
  }

  /** The browser wants a touch or a key before it lets them be heard. */
  get blocked(): boolean {
    return Boolean(this.remote?.playback.blocked || this.screen?.playback.blocked);
  }

  /** The video of theirs that matters most. */
  get video(): HTMLVideoElement | undefined {
    return (this.screen ?? this.remote)?.video;
  }

  /** All of the large picture is to be seen; undefined where it is not theirs. */
  get whole(): boolean | undefined {
    if (this.#large === "screen") return !this.screen?.filling;
    return this.#large === "them" && this.remote?.pictured ? this.remote.whole : undefined;
  }

  /** Let them be heard, after a touch or a key. */
  play(): void {
    void this.remote?.playback.play();
    void this.screen?.playback.play();
  }

  /** The large picture fills the stage, or is shown as a whole: the other way than now. */
  toggleFit(): void {
    const { whole, remote, screen } = this;
    if (whole === undefined) return;
    if (this.#large === "screen" && screen) screen.filling = whole;
    else if (remote) remote.fit = whole ? "cover" : "contain";
  }

  /** Put the small pictures where they cover nothing. */
  arrange(): void {
    this.#tiles.arrange();
  }

  /** One's own picture is sent. */
  get #seen(): boolean {
    return !this.media.cameraOff && Boolean(this.media.local?.getVideoTracks().length);
  }

  get #large(): Who {
    const { chosen, media } = this;
    if (chosen === "them" || (chosen === "you" && this.#seen)) return chosen;
    return media.theirScreen ? "screen" : "them";
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // A screen that is shared is meant to be looked at.
    const before = changed.get("media");
    if (before && Boolean(before.theirScreen) !== Boolean(this.media.theirScreen)) this.chosen = undefined;
  }

  override updated(): void {
    this.dispatchEvent(new Event("shown"));
  }

  override render() {
    const { peer, media, theirs, voice } = this;
    // One that was unplugged is not there to choose.
    const speaker = media.speakers.find(({ id }) => id === media.speakerId)?.id ?? "";
    const { enlarge, enlargeScreen, enlargeYou, movable } = words.call;
    const them = html`<earshot-remote
      .peer=${peer}
      .stream=${media.remote}
      .speaker=${speaker}
      ?off=${theirs.cameraOff}
      ?voice=${voice}
      ?small=${this.#large !== "them"}
      @shown=${this.#shown}
      @speaker=${this.#spoke}
    ></earshot-remote>`;
    const screen = html`<earshot-screen
      name=${peer.name}
      .stream=${media.theirScreen}
      .speaker=${speaker}
      @shown=${this.#shown}
      @speaker=${this.#spoke}
    ></earshot-screen>`;
    const you = html`<earshot-self .stream=${media.local} ?off=${media.cameraOff}></earshot-self>
      ${this.#level(media.local)} ${media.canFlip && this.#seen ? this.#flip() : nothing}`;
    return html`${this.#view("them", enlarge(peer.name), them)}
      ${media.theirScreen ? this.#view("screen", enlargeScreen(peer.name), screen) : nothing}
      ${voice ? nothing : this.#view("you", enlargeYou, you)}
      <p id="movable" hidden>${movable}</p>`;
  }

  /** The same elements, whether large or small: taken off the page, a video would start anew, and be silent for a moment. */
  #view(who: Who, enlarge: string, picture: TemplateResult) {
    const small = this.#large !== who;
    const { grab, drag, drop, key } = this.#tiles;
    return html`<div
      class="view ${who} ${small ? "small" : "large"}"
      @click=${small ? nothing : this.#tap}
      @pointerdown=${small ? grab : nothing}
      @pointermove=${small ? drag : nothing}
      @pointerup=${small ? drop : nothing}
      @pointercancel=${small ? drop : nothing}
    >
      ${picture} ${small && who === "them" ? this.#level(this.media.remote) : nothing}
      ${
        small
          ? html`<button
              class="swap"
              aria-label=${enlarge}
              aria-describedby="movable"
              @click=${() => this.#enlarge(who)}
              @keydown=${key}
            ></button>`
          : nothing
      }
    </div>`;
  }

  #level(stream: MediaStream | undefined) {
    return html`<earshot-level .stream=${stream}></earshot-level>`;
  }

  #flip() {
    return html`<button class="flip" aria-label=${words.call.flipCamera} @click=${this.#turn}>
      <span>${flip}</span>
    </button>`;
  }

  #turn = (): void => {
    if (!this.#tiles.dragged) intend(this, { type: "flip" });
  };

  #enlarge(who: Who): void {
    if (this.#tiles.dragged) return;
    const before = this.#large;
    this.chosen = who;
    // The button has gone with the small picture: the one that took its place has the focus.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`.${before} .swap`)?.focus());
  }

  /** Not every phone tells of a double click. */
  #tap = ({ timeStamp }: MouseEvent): void => {
    const second = timeStamp - this.#tapped < DOUBLE;
    this.#tapped = second ? 0 : timeStamp;
    if (second) this.toggleFit();
  };

  #shown = (): void => this.requestUpdate();

  #spoke = ({ detail }: CustomEvent<boolean>): void => {
    this.dispatchEvent(new CustomEvent("speaker", { detail }));
  };
}
