import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LevelController } from "../controllers/level.ts";
import { EarshotElement } from "./element.ts";
import { base } from "./styles.ts";

/** A bar that moves with the sound of a stream. What it is for stands beside it, in words. */
@customElement("earshot-meter")
export class EarshotMeter extends EarshotElement {
  @property({ attribute: false }) stream: MediaStream | undefined;

  constructor() {
    super();
    // oxlint-disable-next-line no-new -- it adds itself
    new LevelController(this, () => this.stream);
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        height: 0.5rem;
        border: 1px solid transparent;
        border-radius: 99rem;
        overflow: hidden;
        background: var(--well);
      }
      div {
        height: 100%;
        border-radius: inherit;
        background: var(--here);
        transform: scaleX(var(--level, 0));
        transform-origin: left;
        transition: transform 90ms linear;
      }
      @media (forced-colors: active) {
        div {
          forced-color-adjust: none;
          background: CanvasText;
        }
      }
    `,
  ];

  override render() {
    return html`<div></div>`;
  }
}
