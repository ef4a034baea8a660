import { css } from "lit";

/** How the directory shows what somebody is doing, and that nobody is there, or not known to be. Shape tells as much as colour. */
export const states = css`
  .seat {
    position: relative;
  }
  .seat::after {
    content: "";
    position: absolute;
    right: -1px;
    bottom: -1px;
    width: 1rem;
    height: 1rem;
    border: 2px solid var(--surface);
    border-radius: 50%;
    background: var(--here);
  }
  .seat svg {
    position: absolute;
    inset: -4px;
    transform: rotate(-90deg);
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
  }
  /* In a call: somebody sits inside. */
  .busy .seat::after {
    background: radial-gradient(circle, var(--surface) 0 0.1875rem, var(--engaged) 0.21875rem);
  }
  /* No entry. */
  .do-not-disturb .seat::after {
    background: linear-gradient(var(--surface) 0 0) center / 55% 0.1875rem no-repeat var(--engaged);
  }
  .away .seat::after {
    background: var(--surface);
    box-shadow: inset 0 0 0 3px var(--edge);
  }
  .busy .person span,
  .do-not-disturb .person span {
    color: var(--engaged);
  }
  .avatar {
    transition: filter var(--calm);
  }
  .away .avatar,
  .stale .avatar {
    filter: saturate(0.35);
  }
  /* Without the server, nobody knows. */
  .stale .seat::after {
    display: none;
  }
  /* Of a similar name as somebody else: to be known, and nothing to be afraid of. */
  .person .alike {
    align-items: flex-start;
    margin-top: 0.125rem;
    color: var(--text);
    font-weight: 600;
  }
  .person .alike .icon {
    flex: none;
    color: var(--engaged);
  }
  .blocked .avatar {
    filter: grayscale(1);
    opacity: 0.55;
  }
  .blocked b {
    color: var(--soft);
  }
  .blocked .seat::after {
    background: linear-gradient(-45deg, transparent 42%, var(--surface) 0 58%, transparent 0) var(--edge);
  }
  li.blocked:hover,
  li.blocked:active {
    background: none;
  }
  li.gone {
    opacity: 0.35;
    transition: opacity var(--calm);
    pointer-events: none;
  }
  .gone .seat::after {
    display: none;
  }
  .loading {
    display: grid;
    margin-top: calc(var(--target) + 2 * var(--gap-2));
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
    /* Most lists are there sooner: those should not flash. */
    animation: come var(--calm) 400ms both;
  }
  .loading i {
    display: block;
    height: 4.75rem;
    background:
      radial-gradient(circle at 2.5rem, var(--well) 1.5rem, transparent calc(1.5rem + 1px)),
      linear-gradient(var(--well) 0 0) 5rem 1.375rem / 38% 0.75rem,
      linear-gradient(var(--well) 0 0) 5rem 2.75rem / 24% 0.625rem;
    background-repeat: no-repeat;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .empty {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--gap-3);
    padding: var(--gap-6) 0 var(--gap-8);
    text-align: center;
  }
  .empty p {
    max-width: 26rem;
  }
  /* Our sign, and how far it is heard. */
  .ripple {
    display: grid;
    place-items: center;
    width: 6rem;
    height: 6rem;
    margin: 2.5rem;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--tint);
    box-shadow:
      0 0 0 1.25rem var(--ground),
      0 0 0 calc(1.25rem + 2px) var(--tint),
      0 0 0 2.5rem var(--ground),
      0 0 0 calc(2.5rem + 1px) var(--tint);
    color: var(--accent);
  }
  .ripple .icon {
    width: 2.75rem;
    height: 2.75rem;
    stroke-width: 1.5;
  }
  .lost {
    background: var(--well);
    box-shadow: none;
    color: var(--soft);
  }
  .card.asleep,
  .card.alike {
    max-width: 44rem;
  }
  .card.alike {
    margin: 0 0 var(--gap-4);
  }
  earshot-search {
    display: block;
    max-width: 28rem;
    min-height: 3rem;
    margin-bottom: var(--gap-3);
  }
  /* Backgrounds vanish: the same shapes by lines, in the system's colours. */
  @media (forced-colors: active) {
    .seat::after {
      forced-color-adjust: none;
      border-color: Canvas;
      background-color: CanvasText;
    }
    .busy .seat::after {
      background: radial-gradient(circle, Canvas 0 0.1875rem, CanvasText 0.21875rem);
    }
    .do-not-disturb .seat::after {
      background: linear-gradient(Canvas 0 0) center / 55% 0.1875rem no-repeat CanvasText;
    }
    .blocked .seat::after {
      background: linear-gradient(-45deg, transparent 42%, Canvas 0 58%, transparent 0) CanvasText;
    }
    .away .seat::after {
      background: Canvas;
      box-shadow: inset 0 0 0 3px CanvasText;
    }
    .me::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .me.off::before {
      border-color: CanvasText;
      background: none;
    }
    .loading i {
      forced-color-adjust: none;
    }
  }
  @keyframes come {
    from {
      opacity: 0;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;
