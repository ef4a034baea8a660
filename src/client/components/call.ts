import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Connected } from "../../call/call.ts";
import { announcement } from "../announcements.ts";
import { ClockController } from "../controllers/clock.ts";
import { FadingController } from "../controllers/fading.ts";
import { FullScreenController } from "../controllers/full-screen.ts";
import { PictureInPictureController } from "../controllers/picture-in-picture.ts";
import { ShortcutsController } from "../controllers/shortcuts.ts";
import { ViewportController } from "../controllers/viewport.ts";
import type { Quality } from "../quality.ts";
import { intend } from "../state.ts";
import type { AppState, MediaState } from "../state.ts";
import { words } from "../words/later.ts";
import { bar } from "./bar.ts";
import { microphoneOff, speaker } from "./call-icons.ts";
import { styles } from "./call-styles.ts";
import type { EarshotConversation } from "./conversation.ts";
import "./conversation.ts";
import { EarshotElement } from "./element.ts";
import { itemsOf } from "./items.ts";
import "./more.ts";
import type { EarshotPictures } from "./pictures.ts";
import "./pictures.ts";
import { top } from "./top.ts";
import type { EarshotQuality } from "./quality.ts";

/** Wide enough for the conversation to stand beside the picture from the start. */
const WIDE = "(min-width: 60rem)";

/** The call itself: the other fills the screen, the user is in a corner. Says `shortcuts` when the list of keys is wanted. */
@customElement("earshot-call")
export class EarshotCall extends EarshotElement {
  @property({ attribute: false }) call!: Connected;
  @property({ attribute: false }) media!: MediaState;
  @property({ attribute: false }) theirs!: AppState["theirs"];
  @property({ attribute: false }) quality: Quality | undefined;
  /** Of the whole page: the conversation is in it. */
  @property({ attribute: false }) state!: AppState;
  @state() private chatting = matchMedia(WIDE).matches;
  @state() private choosing = false;
  /** What went wrong here: a sentence for the user. */
  @state() private trouble = "";
  @query("section") private region!: HTMLElement;
  @query(".stage") private stage!: HTMLElement | null;
  @query("earshot-pictures") private pictures!: EarshotPictures | null;
  @query("earshot-quality") private mark!: EarshotQuality | null;
  @query("earshot-conversation") private conversation!: EarshotConversation | null;
  @query("[aria-expanded]") private toggle!: HTMLElement;
  #clock = new ClockController(this);
  #fading = new FadingController(this, { area: () => this.stage, may: () => this.#unneeded });
  #fullScreen = new FullScreenController(this);
  #window = new PictureInPictureController(this);
  #said = "";

  constructor() {
    super();
    this.addController(new ViewportController(this));
    this.addController(
      new ShortcutsController({
        mute: () => intend(this, { type: "mute", muted: !this.media.muted }),
        camera: () => intend(this, { type: "camera", off: !this.media.cameraOff }),
        chat: () => this.#toggleChat(),
        "full-screen": () => this.#toggleFullScreen(),
      }),
    );
  }

  static override styles = styles;

  override firstUpdated(): void {
    // What had the focus has gone with the dialog.
    this.region.focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) return;
    const { media, theirs, quality } = this;
    const before = {
      media: changed.get("media") ?? media,
      theirs: changed.get("theirs") ?? theirs,
      quality: changed.has("quality") ? changed.get("quality") : quality,
    };
    this.#said = announcement(before, { media, theirs, quality }, this.call.peer.name) || this.#said;
  }

  override updated(): void {
    // What stands in the way of the small pictures may have come or gone.
    this.pictures?.arrange();
  }

  override render() {
    const { call, media, theirs, quality } = this;
    const { name } = call.peer;
    const voice = this.#voice;
    const looks = [this.chatting && "chatting", this.#fading.faded && "faded", voice && "voice"].filter(Boolean);
    return html`<section aria-label=${words.call.region(name)} tabindex="-1" class=${looks.join(" ")}>
      <div class="stage">
        ${top(this, {
          name,
          lasted: this.#clock.since(call.since),
          reconnecting: call.reconnecting === undefined ? undefined : this.#clock.since(call.reconnecting),
          quality,
          muted: theirs.muted,
          sharing: media.ownScreen !== undefined,
          problems: [media.problem ?? "", this.trouble].filter(Boolean),
        })}
        <earshot-pictures
          .peer=${call.peer}
          .media=${media}
          .theirs=${theirs}
          ?voice=${voice}
          .obstacles=${this.#obstacles}
          @shown=${() => this.requestUpdate()}
          @speaker=${({ detail }: CustomEvent<boolean>) => (this.trouble = detail ? words.call.speakerFailed : "")}
        ></earshot-pictures>
        <div class="bar">${this.#above()} ${this.#bar()}</div>
        <p class="unseen" aria-live="polite">${this.#said}</p>
      </div>
      ${
        this.chatting
          ? html`<earshot-conversation
              calling
              .peer=${call.peer.id}
              .called=${name}
              ?legacy=${call.peer.legacy}
              .state=${this.state}
              @close=${this.#toggleChat}
            ></earshot-conversation>`
          : nothing
      }
      ${this.choosing ? this.#more() : nothing}
    </section>`;
  }

  /** How many lines of theirs nobody has seen. */
  get #unread(): number {
    return this.chatting ? 0 : (this.state.talks.find(({ id }) => id === this.call.peer.id)?.unread ?? 0);
  }

  /** Nobody sends a picture. */
  get #voice(): boolean {
    const { media, theirs } = this;
    const own = !media.cameraOff && Boolean(media.local?.getVideoTracks().length);
    const other = !theirs.cameraOff && Boolean(media.remote?.getVideoTracks().length);
    return !own && !other && !media.theirScreen;
  }

  /** There is something to look at, nothing to read, and nobody about to press anything. */
  get #unneeded(): boolean {
    const { stage, pictures, call, media } = this;
    if (!stage || !pictures?.pictured || pictures.blocked) return false;
    if (call.reconnecting !== undefined || media.problem || this.trouble || media.unheard) return false;
    if (this.choosing || this.mark?.open) return false;
    const pointed = this.#fading.hovers && stage.querySelector(".about:hover, .controls:hover");
    return !pointed && !stage.querySelector(":focus-visible");
  }

  readonly #obstacles = (): Iterable<HTMLElement> =>
    this.renderRoot.querySelectorAll<HTMLElement>(".about, .mark, .controls, .notice");

  /** What must be done first, right above the buttons. */
  #above(): TemplateResult | typeof nothing {
    const { tapToHear, youAreMuted } = words.call;
    if (this.pictures?.blocked) {
      const play = () => this.pictures?.play();
      return html`<button class="primary notice" @click=${play}>${speaker} ${tapToHear(this.call.peer.name)}</button>`;
    }
    return this.media.unheard ? html`<p class="mark notice">${microphoneOff} ${youAreMuted}</p>` : nothing;
  }

  #bar() {
    return bar(this, {
      media: this.media,
      chatting: this.chatting,
      unread: this.#unread,
      toggleChat: this.#toggleChat,
      openMore: () => (this.choosing = true),
    });
  }

  #more() {
    const { pictures } = this;
    const items = itemsOf({
      whole: pictures?.whole,
      fullScreen: this.#fullScreen,
      window: this.#window,
      pictured: pictures?.pictured ?? false,
      toggleFit: () => pictures?.toggleFit(),
      toggleFullScreen: () => this.#toggleFullScreen(),
      toggleWindow: () => this.#toggleWindow(),
      showShortcuts: () => this.dispatchEvent(new Event("shortcuts", { bubbles: true, composed: true })),
    });
    return html`<earshot-more
      .media=${this.media}
      .items=${items}
      @close=${() => (this.choosing = false)}
    ></earshot-more>`;
  }

  #toggleChat = (): void => {
    this.chatting = !this.chatting;
    void this.updateComplete.then(() => (this.conversation ?? this.toggle).focus());
  };

  #toggleFullScreen(): void {
    void this.#try(this.#fullScreen.toggle(), words.call.fullScreenFailed);
  }

  #toggleWindow(): void {
    const video = this.pictures?.video;
    if (video) void this.#try(this.#window.toggle(video), words.call.pictureInPictureFailed);
  }

  async #try(done: Promise<void>, failed: string): Promise<void> {
    try {
      await done;
      this.trouble = "";
    } catch {
      this.trouble = failed;
    }
  }
}
