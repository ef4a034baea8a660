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
    .top,
    earshot-pictures {
      --tile: clamp(5.5rem, 24vmin, 9rem);
      --tile-shape: 3 / 4;
    }
    .top {
      position: absolute;
      inset: 0 0 auto;
      z-index: 1;
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: var(--gap-2);
      padding: calc(var(--gap-4) + var(--top)) calc(var(--gap-4) + var(--right)) var(--gap-8)
        calc(var(--gap-4) + var(--left));
      pointer-events: none;
    }
    .top::before {
      content: "";
      position: absolute;
      inset: 0;
      z-index: -1;
      background: linear-gradient(#0c0f12d9, #0c0f128c 55%, #0c0f1200);
    }
    /* Beside the small picture, which is in the right corner as long as nobody moves it. */
    .top > * {
      max-width: calc(100% - var(--tile) - var(--gap-4));
    }
    h2 {
      font-size: var(--large);
      overflow-wrap: anywhere;
    }
    /* On whatever the other's picture shows there. */
    .about {
      text-shadow: 0 0 3px #0c0f12;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--gap-3);
      min-height: 2rem;
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
    .problems {
      display: contents;
    }
    .sharing button {
      flex: none;
      margin: calc(var(--gap-1) * -1) calc(var(--gap-3) * -1) calc(var(--gap-1) * -1) 0;
      padding: 0 var(--gap-4);
      color: #ff9d9d;
      font-weight: 600;
      pointer-events: auto;
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
    .bar {
      position: absolute;
      right: 0;
      bottom: calc(var(--gap-4) + var(--bottom));
      left: 0;
      z-index: 3;
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: var(--gap-3);
      pointer-events: none;
    }
    .notice {
      gap: var(--gap-2);
      max-width: calc(100% - 2rem);
      pointer-events: auto;
    }
    .controls {
      gap: 0;
      max-width: 100%;
      padding: var(--gap-2);
      border-radius: 1.75rem;
      background: var(--glass);
      pointer-events: auto;
    }
    .control {
      --share: 5;
      width: clamp(3.5rem, calc((100vw - 1.75rem) / var(--share)), 5.25rem);
      padding-inline: 0;
      font-size: 0.75rem;
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    .many .control {
      --share: 6;
      min-width: 0;
      width: clamp(2.875rem, calc((100vw - 2rem) / var(--share)), 5.25rem);
    }
    /* Whoever only looks wants to see the picture. A screen reader, a key and a mouse find all of it as before. */
    h2,
    [role="timer"],
    earshot-quality,
    .top::before,
    .controls {
      transition: opacity var(--calm);
    }
    .faded {
      cursor: none;
    }
    .faded :is(h2, [role="timer"], earshot-quality:not(.poor), .controls),
    .faded .top::before {
      opacity: 0;
    }
    /* Nobody is to be seen: who it is, and for how long, is what there is to look at. */
    .voice .top {
      align-items: center;
      padding-top: calc(clamp(var(--gap-4), 8vh, 6rem) + var(--top));
      text-align: center;
    }
    .voice .top > * {
      max-width: 100%;
    }
    .voice h2 {
      font-size: var(--display);
    }
    .voice .line {
      justify-content: center;
    }
    .voice .about p {
      font-size: var(--large);
    }
    .voice .top::before {
      display: none;
    }
    earshot-conversation {
      min-height: 0;
    }
    /* Under the picture on a phone: the keyboard may leave little of it. */
    .chatting {
      grid-template-rows: minmax(0, 2fr) minmax(0, 3fr);
    }
    .chatting .bar {
      bottom: var(--gap-2);
    }
    .chatting earshot-conversation {
      border-radius: var(--round) var(--round) 0 0;
    }
    /* A phone on its side, whose camera lies too. */
    @container (max-height: 24rem) {
      .top,
      earshot-pictures {
        --tile: 6.5rem;
        --tile-shape: 4 / 3;
      }
    }
    @container (max-height: 22rem) {
      .control,
      .many .control {
        width: 3.75rem;
        font-size: 0;
      }
      .voice h2 {
        font-size: var(--large);
      }
      .voice .top {
        align-items: flex-start;
        padding-top: calc(var(--gap-4) + var(--top));
        text-align: start;
      }
    }
    /* Signs alone, where six names have no room. */
    @container (max-width: 22rem) {
      .many .control {
        font-size: 0;
      }
      .many .disc {
        width: 2.75rem;
        height: 2.75rem;
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
      .chatting earshot-conversation {
        border-left: 1px solid var(--line);
        border-radius: 0;
      }
      .chatting .bar {
        bottom: calc(var(--gap-4) + var(--bottom));
      }
    }
    @media (min-width: 60rem) {
      .top,
      earshot-pictures {
        --tile: clamp(10rem, 15vw, 26rem);
        --tile-shape: 4 / 3;
      }
      .bar {
        bottom: var(--gap-6);
      }
    }
  `,
];
