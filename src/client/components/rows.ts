import { css } from "lit";

/** A list of people: each row shows who, a line about them, and is one button as a whole. */
export const rows = css`
  ul {
    list-style: none;
  }
  .rows {
    border: 1px solid var(--line);
    border-radius: var(--round);
    overflow: hidden;
    background: var(--surface);
  }
  li {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--gap-3);
    min-height: 4.5rem;
    padding: var(--gap-3) var(--gap-4);
  }
  li + li::before {
    content: "";
    position: absolute;
    top: 0;
    right: 0;
    left: 4.75rem;
    border-top: 1px solid var(--line);
  }
  li:hover {
    background: var(--hover);
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
    background: var(--tint);
    color: var(--accent);
  }
  /* The whole row is the button. */
  li button::after {
    content: "";
    position: absolute;
    inset: 0;
  }
  li button:focus-visible {
    outline: none;
  }
  li button:focus-visible::after {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
    border-radius: calc(var(--round) - 1px);
  }
`;
