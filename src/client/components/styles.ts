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
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  h1,
  h2 {
    font-family: var(--face);
    font-size: var(--title);
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  ::selection {
    background: var(--accent);
    color: var(--on-accent);
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
    gap: var(--gap-2);
    min-width: var(--target);
    min-height: var(--target);
    padding: 0;
    border: 1px solid transparent;
    border-radius: 99rem;
    background: none;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
    -webkit-tap-highlight-color: transparent;
    transition:
      background-color var(--quick),
      filter var(--quick),
      transform var(--quick) var(--ease);
  }
  .primary,
  .second,
  .danger {
    padding: 0 var(--gap-6);
    min-height: 3rem;
    border-radius: var(--radius);
    font-weight: 600;
  }
  .primary {
    background: var(--accent);
    color: var(--on-accent);
  }
  .second {
    padding: 0 var(--gap-4);
    border-color: var(--edge);
    color: var(--text);
  }
  .danger {
    background: var(--no);
    color: #fff;
  }
  .quiet {
    color: var(--soft);
  }
  /* A finger leaves no hover behind. */
  @media (hover: hover) {
    .primary:hover,
    .danger:hover {
      filter: brightness(1.08);
    }
    .second:hover,
    .quiet:hover {
      background: var(--hover);
      color: var(--text);
    }
  }
  .primary:active,
  .second:active,
  .danger:active {
    transform: scale(0.97);
  }
  .second:active,
  .quiet:active {
    background: var(--pressed);
  }
  :disabled {
    opacity: 0.5;
    cursor: default;
    filter: none;
    transform: none;
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
    /* Smaller, and iOS zooms in on what is typed into. */
    font-size: 1rem;
    font-weight: 400;
    text-overflow: ellipsis;
    transition: border-color var(--quick);
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: -1px;
  }
  @media (hover: hover) {
    input:hover,
    select:hover,
    textarea:hover {
      border-color: var(--text);
    }
  }
  select {
    padding-right: var(--gap-8);
    -webkit-appearance: none;
    appearance: none;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--soft) 50%),
      linear-gradient(-45deg, transparent 50%, var(--soft) 50%);
    background-position:
      right 1.125rem center,
      right 0.8125rem center;
    background-repeat: no-repeat;
    background-size: 0.3125rem 0.3125rem;
    cursor: pointer;
  }
  /* The colours are the system's, and what a background told must be told by a line. */
  @media (forced-colors: active) {
    button {
      border-color: ButtonBorder;
    }
    :disabled {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
    select {
      -webkit-appearance: auto;
      appearance: auto;
      background-image: none;
    }
    :focus-visible {
      outline-color: Highlight;
    }
    [aria-pressed="true"] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
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

/** Something to know about, with what can be done: beside the list. */
export const card = css`
  .card {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--gap-2) var(--gap-3);
    margin-top: var(--gap-4);
    padding: var(--gap-4);
    border: 1px solid transparent;
    border-radius: var(--round);
    background: var(--tint);
    font-size: var(--small);
  }
  .card .icon {
    color: var(--accent);
  }
  .card div {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    justify-content: flex-end;
    gap: var(--gap-2);
  }
  .card .quiet {
    padding: 0 var(--gap-4);
    color: var(--text);
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
