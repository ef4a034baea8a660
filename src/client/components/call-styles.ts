import { css } from "lit";
import { controls } from "./control.ts";
import { base } from "./styles.ts";

/** How a call is laid out: the picture, what floats on it, and the conversation under or beside it. */
export const styles = [
  base,
  controls,
  css`
    :host {
      position: fixed;
      inset: var(--view-top, 0) 0 auto;
      display: block;
      height: var(--view-height, 100%);
      background: var(--stage);
    }
    section {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      height: 100%;
    }
    section:focus-visible {
      outline: none;
    }
    .stage {
      --focus: var(--on-stage);
      position: relative;
      overflow: hidden;
      container-type: size;
      color: var(--on-stage);
    }
    earshot-remote {
      position: absolute;
      inset: 0;
    }
    .top {
      position: absolute;
      inset: 0 0 auto;
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: var(--gap-2);
      padding: calc(var(--gap-4) + var(--top)) calc(var(--gap-4) + var(--right)) var(--gap-8)
        calc(var(--gap-4) + var(--left));
      background: linear-gradient(#0c0f12d9, #0c0f128c 55%, #0c0f1200);
      pointer-events: none;
    }
    /* The user's own picture keeps the right corner to itself. */
    .top > * {
      max-width: calc(100% - 7.5rem);
    }
    h2 {
      font-size: var(--large);
      overflow-wrap: anywhere;
    }
    /* On whatever the other's picture shows there. */
    .about {
      text-shadow: 0 0 3px #0c0f12;
    }
    .about p {
      font-size: var(--small);
      font-variant-numeric: tabular-nums;
    }
    .mark {
      display: flex;
      align-items: center;
      gap: var(--gap-1);
      padding: var(--gap-1) var(--gap-3);
      border-radius: var(--round);
      background: var(--glass);
      font-size: var(--small);
    }
    .mark .icon {
      width: 1.125rem;
      height: 1.125rem;
    }
    .trouble {
      color: #ffd58a;
    }
    .trouble span {
      font-variant-numeric: tabular-nums;
    }
    earshot-self {
      position: absolute;
      top: calc(var(--gap-4) + var(--top));
      right: calc(var(--gap-4) + var(--right));
      width: clamp(5.5rem, 24vmin, 9rem);
      aspect-ratio: 3 / 4;
      border: 1px solid #ffffff2e;
      border-radius: var(--round);
      box-shadow: var(--shadow);
    }
    .bar {
      position: absolute;
      right: 0;
      bottom: calc(var(--gap-4) + var(--bottom));
      left: 0;
      display: flex;
      justify-content: center;
      pointer-events: none;
    }
    .controls {
      gap: 0;
      padding: var(--gap-2);
      border-radius: 1.75rem;
      background: var(--glass);
      pointer-events: auto;
    }
    .control {
      width: clamp(4rem, 20vw, 5.25rem);
      font-size: 0.75rem;
      white-space: nowrap;
    }
    earshot-chat {
      min-height: 0;
    }
    /* Under the picture on a phone: the keyboard may leave little of it. */
    .chatting {
      grid-template-rows: minmax(0, 2fr) minmax(0, 3fr);
    }
    .chatting .bar {
      bottom: var(--gap-2);
    }
    .chatting earshot-chat {
      border-radius: var(--round) var(--round) 0 0;
    }
    @container (max-height: 22rem) {
      earshot-self {
        width: 4.5rem;
        border-radius: var(--radius);
      }
      .control {
        width: 3.75rem;
        font-size: 0;
      }
    }
    @container (max-height: 14rem) {
      .top {
        display: none;
      }
    }
    @media (min-width: 60rem), (orientation: landscape) and (min-width: 40rem) {
      .chatting {
        grid-template: minmax(0, 1fr) / minmax(0, 1fr) clamp(18rem, 30vw, 24rem);
      }
      .chatting earshot-chat {
        border-left: 1px solid var(--line);
        border-radius: 0;
      }
      .chatting .bar {
        bottom: calc(var(--gap-4) + var(--bottom));
      }
    }
    @media (min-width: 60rem) {
      earshot-self {
        width: clamp(10rem, 18vw, 15rem);
        aspect-ratio: 4 / 3;
      }
      .top > * {
        max-width: calc(100% - 16rem);
      }
      .bar {
        bottom: var(--gap-6);
      }
    }
  `,
];
