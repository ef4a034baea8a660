import { css } from "lit";
import { base } from "./styles.ts";

/** How the directory is laid out: one column, each person a row that is a button. */
export const styles = [
  base,
  css`
    :host {
      display: flex;
      flex-direction: column;
      max-width: 40rem;
      min-height: 100vh;
      min-height: 100dvh;
      margin: 0 auto;
      /* The last of them can be scrolled out from under a notice. */
      padding: calc(var(--gap-3) + var(--top)) calc(var(--gap-4) + var(--right)) calc(6rem + var(--bottom))
        calc(var(--gap-4) + var(--left));
    }
    header {
      display: flex;
      align-items: center;
      gap: var(--gap-2);
      min-height: 3rem;
    }
    header .icon {
      color: var(--accent);
    }
    h1 {
      font-size: var(--large);
    }
    .me {
      flex: 1;
      min-width: 0;
      padding-left: var(--gap-3);
      overflow: hidden;
      color: var(--soft);
      text-align: right;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    button.quiet .icon {
      color: inherit;
    }
    main {
      display: flex;
      flex: 1;
      flex-direction: column;
    }
    h2 {
      margin: var(--gap-6) 0 var(--gap-3);
      font-size: var(--title);
    }
    ul {
      list-style: none;
    }
    .people {
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
    .seat {
      position: relative;
    }
    .seat::after {
      content: "";
      position: absolute;
      right: 0;
      bottom: 0;
      width: 0.875rem;
      height: 0.875rem;
      border: 2px solid var(--surface);
      border-radius: 50%;
      background: var(--here);
    }
    .busy .seat::after,
    .do-not-disturb .seat::after {
      background: var(--engaged);
    }
    .away .seat::after {
      background: var(--surface);
      box-shadow: inset 0 0 0 3px var(--edge);
    }
    .away earshot-avatar {
      filter: saturate(0.4);
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
    .empty {
      display: flex;
      flex: 1;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      gap: var(--gap-3);
      padding: var(--gap-8) 0;
      text-align: center;
    }
    .empty h2 {
      margin: var(--gap-3) 0 0;
    }
    .empty p {
      max-width: 24rem;
      color: var(--soft);
      text-wrap: balance;
    }
    .ripple {
      display: grid;
      place-items: center;
      width: 7rem;
      height: 7rem;
      border-radius: 50%;
      background: var(--tint);
      color: var(--accent);
    }
    .ripple .icon {
      width: 3rem;
      height: 3rem;
      stroke-width: 1.5;
    }
    .empty .address {
      max-width: 100%;
      padding: var(--gap-3) var(--gap-4);
      border: 1px dashed var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--text);
      font-size: var(--large);
      font-weight: 600;
      overflow-wrap: anywhere;
      user-select: all;
    }
    .invite {
      padding: var(--gap-4) var(--gap-2);
      color: var(--soft);
      font-size: var(--small);
      text-align: center;
    }
    .invite b {
      color: var(--text);
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
];
