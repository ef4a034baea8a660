import { css } from "lit";
import { base } from "./styles.ts";

/** How the field, what is attached, and what is said about it stand at the lower end of a conversation. */
export const styles = [
  base,
  css`
    :host {
      display: block;
      padding: var(--gap-2) calc(var(--gap-3) + var(--right)) calc(var(--gap-3) + var(--bottom))
        calc(var(--gap-3) + var(--left));
    }
    form {
      display: flex;
      align-items: flex-end;
      gap: var(--gap-2);
    }
    textarea {
      display: block;
      flex: 1;
      min-height: 2.75rem;
      max-height: min(9rem, 30vh);
      padding: 0.5625rem var(--gap-4);
      border-radius: var(--round);
      resize: none;
      line-height: 1.45;
      field-sizing: content;
    }
    .send {
      flex: none;
      background: var(--accent);
      color: var(--on-accent);
    }
    .reason,
    .trouble:not(:empty) {
      padding: 0 var(--gap-2) var(--gap-2);
      font-size: var(--small);
      overflow-wrap: anywhere;
      text-wrap: pretty;
    }
    .reason {
      color: var(--soft);
      text-align: center;
    }
    .trouble {
      color: var(--wrong);
    }
    earshot-tray {
      margin-bottom: var(--gap-2);
    }
    @media (hover: hover) {
      .send:not(:disabled):hover {
        filter: brightness(1.08);
      }
    }
  `,
];
