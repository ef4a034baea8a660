import { css } from "lit";
import { base } from "./styles.ts";

/** One picture fills the stage; `--tile` is how wide the others are, `--x` and `--y` are where. */
export const styles = [
  base,
  css`
    :host {
      position: absolute;
      inset: 0;
      display: block;
    }
    .view > :first-child {
      width: 100%;
      height: 100%;
    }
    .large {
      position: absolute;
      inset: 0;
      z-index: 0;
    }
    .small {
      position: absolute;
      top: 0;
      left: 0;
      z-index: 2;
      width: var(--tile);
      aspect-ratio: var(--tile-shape);
      border: 1px solid #ffffff2e;
      border-radius: var(--round);
      overflow: hidden;
      box-shadow: var(--shadow);
      transform: translate(var(--x, 0), var(--y, 0));
      touch-action: none;
      user-select: none;
      -webkit-user-select: none;
    }
    .small.placed {
      transition: transform var(--calm);
    }
    .small.dragged {
      transition: none;
      cursor: grabbing;
    }
    .screen.small {
      aspect-ratio: 16 / 9;
    }
    .swap {
      position: absolute;
      inset: 0;
      border-radius: inherit;
      touch-action: none;
    }
    /* Inside, since what is outside is cut off. */
    .swap:focus-visible {
      outline-offset: -4px;
    }
    .flip {
      position: absolute;
      right: 0;
      bottom: 0;
      z-index: 1;
      color: var(--on-stage);
    }
    .flip span {
      display: grid;
      place-items: center;
      width: 2.125rem;
      height: 2.125rem;
      border-radius: 50%;
      background: var(--glass);
    }
    .flip .icon {
      width: 1.25rem;
      height: 1.25rem;
    }
    .flip:focus-visible {
      outline-offset: -4px;
    }
    .large .flip {
      top: calc(50% - 1.375rem);
      right: calc(var(--gap-2) + var(--right));
      bottom: auto;
    }
  `,
];
