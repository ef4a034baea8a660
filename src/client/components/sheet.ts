import { css } from "lit";

/** A dialog with a heading and a button to close it, in front of the directory. */
export const sheet = css`
  dialog {
    width: min(28rem, 100%);
    max-width: none;
    max-height: min(100%, 52rem);
    padding: 0 var(--gap-4) calc(var(--gap-4) + var(--bottom));
    border: 1px solid var(--line);
    border-radius: var(--round);
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
    animation: rise var(--calm) var(--ease);
  }
  dialog:focus-visible {
    outline: none;
  }
  dialog::backdrop {
    background: #0b0906a6;
    animation: dim var(--calm);
  }
  /* What a sheet without a header begins with. */
  dialog > :first-child:not(header) {
    margin-top: var(--gap-6);
  }
  header {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gap-2);
    margin: 0 calc(-1 * var(--gap-4)) var(--gap-2);
    padding: var(--gap-3) var(--gap-3) var(--gap-2) var(--gap-4);
    background: inherit;
  }
  /* On a phone it comes up from below, where the thumb is. */
  @media (max-width: 32rem) {
    dialog {
      width: 100%;
      max-height: calc(100% - var(--top) - var(--gap-6));
      margin: auto 0 0;
      border-width: 1px 0 0;
      border-radius: var(--round) var(--round) 0 0;
    }
  }
  @media (max-height: 30rem) {
    dialog {
      max-height: 100%;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(1.5rem);
    }
  }
  @keyframes dim {
    from {
      opacity: 0;
    }
  }
`;
