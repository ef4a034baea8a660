import { css } from "lit";
import { base } from "./styles.ts";

/** How a conversation is laid out: see conversation.ts. */
export const styles = [
  base,
  css`
    :host {
      position: fixed;
      inset: var(--view-top, 0) 0 auto;
      z-index: 2;
      display: flex;
      flex-direction: column;
      height: var(--view-height, 100%);
      background: var(--ground);
      color: var(--text);
      overflow-anchor: none;
    }
    section {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
    }
    section:focus-visible {
      outline: none;
    }
    header {
      display: flex;
      align-items: center;
      gap: var(--gap-1);
      min-height: calc(4rem + var(--top));
      padding: var(--top) calc(var(--gap-1) + var(--right)) 0 calc(var(--gap-1) + var(--left));
      border-bottom: 1px solid var(--line);
      background: var(--surface);
    }
    header button {
      flex: none;
    }
    earshot-avatar {
      --size: 2.5rem;
    }
    .who {
      flex: 1;
      min-width: 0;
      padding: 0 var(--gap-1);
    }
    h2,
    .who p {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    h2 {
      font-size: 1rem;
      line-height: 1.35;
    }
    .who p {
      color: var(--soft);
      font-size: var(--small);
      line-height: 1.3;
    }
    .who .busy,
    .who .do-not-disturb {
      color: var(--engaged);
    }
    .act {
      color: var(--accent);
    }
    @media (hover: hover) {
      .act:hover {
        background: var(--hover);
      }
    }
    .act:active {
      background: var(--pressed);
    }
    .menu {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-2);
      padding: var(--gap-3) calc(var(--gap-4) + var(--right)) var(--gap-3) calc(var(--gap-4) + var(--left));
      border-bottom: 1px solid var(--line);
      background: var(--surface);
      font-size: var(--small);
    }
    .menu button {
      min-height: var(--target);
    }
    .menu p {
      flex-basis: 100%;
      color: var(--soft);
    }
    .sure {
      border-color: var(--wrong);
      color: var(--wrong);
    }
    earshot-log {
      flex: 1;
    }
    .typing {
      display: flex;
      align-items: center;
      gap: var(--gap-2);
      padding: 0 calc(var(--gap-6) + var(--right)) 0 calc(var(--gap-6) + var(--left));
      color: var(--soft);
      font-size: var(--small);
      overflow-wrap: anywhere;
    }
    .typing i {
      width: 1.5rem;
      height: 0.375rem;
      background: radial-gradient(circle closest-side, currentColor 90%, transparent) 0 / 33.3% 100%;
      animation: swell 1.2s steps(4, jump-none) infinite;
    }
    @keyframes swell {
      from {
        clip-path: inset(0 100% 0 0);
      }
      to {
        clip-path: inset(0);
      }
    }
    .link {
      min-height: 2rem;
      padding: 0 var(--gap-2);
      color: var(--accent);
      font-size: var(--small);
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 0.15em;
    }
    /* The keyboard of a phone on its side leaves little. */
    @media (max-height: 24rem) {
      header {
        min-height: calc(3rem + var(--top));
      }
      earshot-avatar {
        --size: 2rem;
      }
    }
    /* Beside the list. */
    @media (min-width: 60rem) {
      :host(:not([calling])) {
        position: sticky;
        inset: calc(4rem + var(--top)) auto auto;
        z-index: 0;
        align-self: flex-start;
        flex: none;
        width: clamp(24rem, 38vw, 34rem);
        height: calc(100vh - 5.5rem - var(--top) - var(--bottom));
        margin-top: var(--gap-2);
        border: 1px solid var(--line);
        border-radius: var(--round);
        overflow: hidden;
        box-shadow: var(--raise);
      }
      :host(:not([calling])) header {
        padding: 0 var(--gap-2);
        min-height: 4rem;
      }
    }
    @supports (height: 100dvh) {
      @media (min-width: 60rem) {
        :host(:not([calling])) {
          height: calc(100dvh - 5.5rem - var(--top) - var(--bottom));
        }
      }
    }
    /* In a call. */
    :host([calling]) {
      position: static;
      z-index: auto;
      height: auto;
      --bubble: var(--ground);
      background: var(--surface);
      overflow: hidden;
    }
    :host([calling]) header {
      justify-content: space-between;
      min-height: 0;
      padding: var(--gap-1) var(--gap-2) var(--gap-1) var(--gap-4);
    }
  `,
];
