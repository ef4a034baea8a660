import { css } from "lit";

/** A list of people: each row shows who, a line about them, and is one button as a whole; a second one is an `aside`. */
export const rows = css`
  ul {
    list-style: none;
  }
  .rows {
    border: 1px solid var(--line);
    border-radius: var(--round);
    overflow: hidden;
    background: var(--surface);
    box-shadow: var(--raise);
  }
  li {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--gap-3);
    min-height: 4.75rem;
    padding: var(--gap-3) var(--gap-3) var(--gap-3) var(--gap-4);
    transition: background-color var(--quick);
  }
  li + li::before {
    content: "";
    position: absolute;
    top: 0;
    right: 0;
    left: 4.75rem;
    border-top: 1px solid var(--line);
  }
  @media (hover: hover) {
    li:hover {
      background: var(--hover);
    }
  }
  li:active {
    background: var(--pressed);
  }
  /* Of a long list, what is off the screen costs nothing, in browsers that can; the height is that of most rows, less their padding. */
  @supports (content-visibility: auto) {
    .many li {
      content-visibility: auto;
      contain-intrinsic-size: auto 3.25rem;
    }
  }
  .person {
    flex: 1;
    min-width: 0;
  }
  .person b {
    display: block;
    /* Room for letters that reach out to the left, such as J. */
    margin-left: -2px;
    padding-left: 2px;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .person span {
    display: flex;
    align-items: center;
    gap: var(--gap-1);
    color: var(--soft);
    font-size: var(--small);
  }
  .person .icon {
    width: 1.125rem;
    height: 1.125rem;
  }
  li button {
    flex: none;
    background: var(--tint);
    color: var(--accent);
  }
  /* The whole row is the button, but for what stands aside. */
  li button:not(.aside)::after {
    content: "";
    position: absolute;
    inset: 0;
  }
  li .aside {
    position: relative;
    z-index: 1;
    background: none;
    color: var(--soft);
  }
  li .unblock {
    padding: 0 var(--gap-4);
    border-color: var(--edge);
    color: var(--text);
    font-size: var(--small);
    font-weight: 600;
  }
  li .call {
    background: var(--tint);
    color: var(--accent);
  }
  @media (hover: hover) {
    li .aside:hover {
      background: var(--hover);
      color: var(--text);
    }
  }
  li .aside:active {
    background: var(--pressed);
  }
  li button:not(.aside):focus-visible {
    outline: none;
  }
  li button:not(.aside):focus-visible::after {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
    border-radius: calc(var(--round) - 1px);
  }
  @media (forced-colors: active) {
    li button:not(.aside):focus-visible::after {
      outline-color: Highlight;
    }
  }
`;
