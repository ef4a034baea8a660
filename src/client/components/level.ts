import { css, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LevelController } from "../controllers/level.ts";
import { EarshotElement } from "./element.ts";

/** A ring around what it lies on, the stronger the louder the stream is; `round` around an avatar, it grows. For the eye alone. */
@customElement("earshot-level")
export class EarshotLevel extends EarshotElement {
  @property({ attribute: false }) stream: MediaStream | undefined;
  @property({ type: Boolean, reflect: true }) round = false;
  protected readonly meter = new LevelController(this, () => this.stream);

  static override styles = css`
    :host {
      --level: 0;
      position: absolute;
      inset: 0;
      box-sizing: border-box;
      border: 3px solid #4fd1c0;
      border-radius: inherit;
      opacity: calc(var(--level) * 1.5);
      pointer-events: none;
      transition: opacity 100ms linear;
    }
    :host([round]) {
      border-width: 0.375rem;
      border-radius: 50%;
      transform: scale(calc(1 + var(--level) * 0.22));
      transition:
        opacity 100ms linear,
        transform 100ms linear;
    }
    @media (prefers-reduced-motion: reduce) {
      :host([round]) {
        transform: scale(1.12);
      }
      :host {
        transition: none;
      }
    }
    @media (forced-colors: active) {
      :host {
        border-color: Highlight;
      }
    }
  `;

  override render() {
    return nothing;
  }
}
