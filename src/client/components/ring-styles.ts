import { css } from "lit";
import { controls } from "./control.ts";
import { base, stage } from "./styles.ts";

/** What a call looks like until it is connected, on both sides: somebody's colour all around, their face or initials in the middle. */
export const ringStyles = [
  base,
  stage,
  controls,
  css`
    dialog {
      isolation: isolate;
      background: var(--stage);
    }
    /* Their colour, far away: their avatar itself, fading outwards. A blur would be drawn anew with each frame that moves above it. */
    .glow {
      position: fixed;
      top: -35vmax;
      left: calc(50% - 50vmax);
      z-index: -1;
      --size: 100vmax;
      width: 100vmax;
      height: 100vmax;
      -webkit-mask-image: radial-gradient(closest-side, #000c, #0009 35%, #0004 70%, transparent);
      mask-image: radial-gradient(closest-side, #000c, #0009 35%, #0004 70%, transparent);
      opacity: 0.5;
      pointer-events: none;
    }
    .who {
      text-shadow: 0 1px 4px #0c0f1299;
    }
    .who p {
      color: #dfe5ea;
    }
    .who .alike {
      display: flex;
      align-items: center;
      gap: var(--gap-2);
      max-width: 24rem;
      font-size: var(--small);
      text-align: start;
      text-wrap: pretty;
    }
    .alike .icon {
      width: 1.25rem;
      height: 1.25rem;
    }
    .face {
      position: relative;
      isolation: isolate;
      margin-bottom: var(--gap-6);
    }
    .who .face earshot-avatar {
      margin: 0;
      border-radius: 50%;
      box-shadow: 0 0.25rem 2rem #0c0f1266;
    }
    .calling .face::before,
    .calling .face::after {
      content: "";
      position: absolute;
      inset: 0;
      z-index: -1;
      border-radius: 50%;
      background: #ffffff;
      opacity: 0;
      animation: pulse 2.4s ease-out infinite;
    }
    .calling .face::after {
      animation-delay: 1.2s;
    }
    /* Only these two, which cost an old phone nothing. */
    @keyframes pulse {
      from {
        opacity: 0.3;
        transform: scale(1);
      }
      to {
        opacity: 0;
        transform: scale(1.7);
      }
    }
    .actions {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: var(--gap-6);
      width: 100%;
    }
    .controls {
      width: min(24rem, 100%);
      justify-content: space-evenly;
    }
    .control {
      width: 6.5rem;
    }
    .disc {
      width: 4.25rem;
      height: 4.25rem;
      margin-bottom: var(--gap-1);
    }
    .plain .disc {
      background: #ffffff2e;
    }
    .hint {
      display: flex;
      align-items: center;
      gap: var(--gap-2);
      min-height: 2.75rem;
      padding: var(--gap-1) var(--gap-4);
      border: 1px solid transparent;
      border-radius: 99rem;
      background: #ffffff24;
      color: var(--on-stage);
      font-size: var(--small);
      overflow-wrap: anywhere;
    }
    .hint .icon {
      width: 1.25rem;
      height: 1.25rem;
    }
    button.hint:hover {
      background: #ffffff3d;
    }
    @media (max-height: 30rem) {
      .actions {
        gap: var(--gap-3);
      }
      .face {
        margin-bottom: var(--gap-1);
      }
      .disc {
        width: 3.5rem;
        height: 3.5rem;
      }
    }
    /* A phone that lies on its side: who calls beside what can be done about it. */
    @media (max-height: 26rem) and (min-width: 34rem) {
      dialog {
        flex-direction: row;
      }
      .who,
      .actions {
        flex: 1;
        width: auto;
      }
      .who earshot-avatar {
        --size: 6rem;
      }
    }
  `,
];
