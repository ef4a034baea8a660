import { css } from "lit";

/** What every element shares: see public/app.css for the properties. */
export const base = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden],
  :host([hidden]) {
    display: none !important;
  }
  h1,
  h2,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  h1,
  h2 {
    font-size: var(--title);
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .icon {
    display: block;
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon .filled {
    fill: currentColor;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 2.75rem;
    min-height: 2.75rem;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 99rem;
    background: none;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition:
      background-color var(--quick),
      filter var(--quick);
  }
  .primary {
    padding: 0 var(--gap-6);
    min-height: 3rem;
    border-radius: var(--radius);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .quiet {
    color: var(--soft);
  }
  .primary:hover {
    filter: brightness(1.08);
  }
  .quiet:hover {
    background: var(--hover);
    color: var(--text);
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  label {
    display: grid;
    gap: var(--gap-1);
    font-size: var(--small);
    font-weight: 600;
  }
  input,
  select,
  textarea {
    width: 100%;
    min-width: 0;
    min-height: 3rem;
    padding: var(--gap-2) var(--gap-3);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: 1rem;
    font-weight: 400;
    text-overflow: ellipsis;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** The dark, screen-filling dialogs around a call. */
export const stage = css`
  :host {
    --focus: var(--on-stage);
  }
  dialog {
    position: fixed;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: space-between;
    gap: var(--gap-6);
    width: 100%;
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0;
    padding: calc(var(--gap-12) + var(--top)) calc(var(--gap-4) + var(--right)) calc(var(--gap-8) + var(--bottom))
      calc(var(--gap-4) + var(--left));
    border: 0;
    overflow: auto;
    background: radial-gradient(circle at 50% 30%, #26303a, var(--stage) 70%) var(--stage);
    color: var(--on-stage);
    text-align: center;
    animation: appear var(--calm);
  }
  dialog:focus-visible {
    outline: none;
  }
  .who {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: var(--gap-2);
    margin: auto;
    max-width: 100%;
    overflow-wrap: anywhere;
  }
  .who earshot-avatar {
    --size: 8rem;
    margin-bottom: var(--gap-6);
  }
  h2 {
    font-size: var(--display);
  }
  .who p {
    font-size: var(--large);
  }
  .problem {
    max-width: 26rem;
    padding: var(--gap-2) var(--gap-4);
    border-radius: var(--radius);
    background: var(--glass);
    font-size: var(--small);
  }
  @media (max-height: 30rem) {
    dialog {
      padding-top: calc(var(--gap-4) + var(--top));
      padding-bottom: calc(var(--gap-4) + var(--bottom));
      gap: var(--gap-3);
    }
    .who earshot-avatar {
      --size: 4.5rem;
      margin-bottom: 0;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;

/** A dialog with a heading and a button to close it, in front of the directory. */
export const sheet = css`
  dialog {
    width: min(28rem, 100%);
    max-width: none;
    max-height: 100%;
    padding: var(--gap-4);
    padding-bottom: calc(var(--gap-4) + var(--bottom));
    border: 1px solid var(--line);
    border-radius: var(--round);
    overflow: auto;
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
    animation: rise var(--calm);
  }
  dialog::backdrop {
    background: #0009;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-bottom: var(--gap-3);
  }
  /* On a phone it comes up from below, where the thumb is. */
  @media (max-width: 32rem) {
    dialog {
      margin: auto 0 0;
      border-radius: var(--round) var(--round) 0 0;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(1rem);
    }
  }
`;

/** What is waited for turns beside it. */
export const spinner = css`
  .waiting::before {
    content: "";
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
    border: 2px solid var(--line);
    border-top-color: var(--accent);
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
`;
