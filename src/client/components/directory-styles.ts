import { css } from "lit";
import { avatars } from "./avatar.ts";
import { states } from "./directory-states.ts";
import { rows } from "./rows.ts";
import { base, card } from "./styles.ts";

/** From here on there is room beside the list. */
export const WIDE = "(min-width: 60rem)";

/** How the directory is laid out: the people in a column on a phone; with room, in several, and the code to scan beside them. */
export const styles = [
  base,
  card,
  ...avatars,
  rows,
  states,
  css`
    :host {
      display: flex;
      flex-direction: column;
      max-width: 44rem;
      min-height: 100vh;
      min-height: 100dvh;
      margin: 0 auto;
      /* The last of them can be scrolled out from under a notice. */
      padding: 0 calc(var(--margin) + var(--right)) calc(6rem + var(--bottom)) calc(var(--margin) + var(--left));
      /* The list does that itself, in every browser. */
      overflow-anchor: none;
    }
    /* A tall notice. */
    :host([crowded]) {
      padding-bottom: calc(17rem + var(--bottom));
    }
    header {
      position: sticky;
      top: 0;
      z-index: 1;
      display: flex;
      align-items: center;
      gap: var(--gap-1);
      min-height: calc(4rem + var(--top));
      margin: 0 calc(-1 * var(--gap-2));
      padding: var(--top) var(--gap-2) 0;
      background: var(--ground);
    }
    .brand {
      color: var(--accent);
    }
    h1 {
      margin-right: auto;
      padding-left: var(--gap-1);
      font-size: var(--large);
    }
    .me {
      gap: var(--gap-2);
      min-width: 0;
      max-width: 16rem;
      padding: 0 var(--gap-3);
      color: var(--text);
      font-size: var(--small);
      font-weight: 600;
    }
    .me span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .me .icon {
      width: 1.125rem;
      height: 1.125rem;
    }
    .me::before {
      content: "";
      flex: none;
      width: 0.625rem;
      height: 0.625rem;
      border-radius: 50%;
      background: var(--here);
    }
    .me.off::before {
      border: 2px solid var(--edge);
      background: none;
    }
    .me.not {
      background: var(--well);
      color: var(--engaged);
    }
    .me.not span {
      color: var(--text);
    }
    .me.not::before {
      display: none;
    }
    @media (hover: hover) {
      .me:hover {
        background: var(--hover);
      }
    }
    .me:active {
      background: var(--pressed);
    }
    .recents {
      position: relative;
    }
    .count {
      position: absolute;
      top: 0.125rem;
      right: 0;
      min-width: 1.25rem;
      padding: 0 0.25rem;
      border: 1px solid transparent;
      border-radius: 99rem;
      background: var(--no);
      color: #fff;
      font-size: var(--tiny);
      font-weight: 700;
      line-height: 1.125rem;
      text-align: center;
      pointer-events: none;
    }
    main,
    main > section {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-width: 0;
    }
    .title {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--gap-2);
      min-height: var(--target);
      margin: var(--gap-2) 0;
      padding-left: var(--gap-1);
    }
    .title h2 {
      font-size: min(5.6vw, var(--title));
    }
    .invite.quiet {
      flex: none;
      padding: 0 var(--gap-3);
      color: var(--accent);
      font-weight: 600;
    }
    aside.card {
      display: grid;
      grid-template-columns: auto;
      justify-items: center;
      gap: var(--gap-3);
      padding: var(--gap-6);
      border: 1px solid var(--line);
      border-radius: var(--round);
      background: var(--surface);
      box-shadow: var(--raise);
      text-align: center;
    }
    aside p,
    .empty p {
      color: var(--soft);
      text-wrap: balance;
    }
    earshot-qr {
      width: min(15rem, 70vw);
      border: 1px solid var(--line);
    }
    p.address {
      max-width: 100%;
      color: var(--text);
      font-size: var(--large);
      font-weight: 600;
      overflow-wrap: anywhere;
      -webkit-user-select: all;
      user-select: all;
    }
    /* The row itself. */
    li .write {
      position: absolute;
      inset: 0;
      border-radius: inherit;
      background: none;
    }
    /* As high as the row, and up to what is beside them: a finger that means to call does. */
    li .aside:not(.unblock)::after {
      content: "";
      position: absolute;
      inset: -1rem -0.375rem;
    }
    .mark {
      display: grid;
      flex: none;
      place-items: center;
      min-width: 1.75rem;
      color: var(--soft);
    }
    .mark b {
      min-width: 1.375rem;
      padding: 0 0.375rem;
      border: 1px solid transparent;
      border-radius: 99rem;
      background: var(--accent);
      color: var(--on-accent);
      font-size: var(--tiny);
      line-height: 1.25rem;
      text-align: center;
    }
    @media (max-width: 30rem) {
      .mark .icon {
        width: 1.125rem;
        height: 1.125rem;
      }
      .mark {
        min-width: 1.25rem;
      }
    }
    /* The conversation covers it. */
    @media (max-width: 59.99rem) {
      :host([talking]) :is(header, main > section) {
        visibility: hidden;
      }
    }
    @media (max-width: 26rem) {
      .brand + h1 {
        padding-left: 0;
        font-size: 1rem;
      }
      header {
        gap: 0;
      }
    }
    /* One's own name matters more there than ours, which the sign says. */
    @media (max-width: 22rem) {
      h1 {
        position: absolute;
        clip-path: inset(50%);
      }
      .brand {
        margin-right: auto;
      }
      .mark .icon {
        display: none;
      }
      .mark {
        min-width: 0;
      }
      .rows li {
        gap: var(--gap-1);
      }
      .rows .seat {
        margin-right: var(--gap-1);
      }
    }
    @media (min-width: 60rem) {
      :host {
        max-width: 84rem;
      }
      main {
        flex-direction: row;
        align-items: stretch;
        gap: var(--gap-8);
      }
      aside {
        align-self: flex-start;
        position: sticky;
        top: calc(4.5rem + var(--top));
        width: 19rem;
        margin-top: calc(var(--target) + 2 * var(--gap-2));
      }
      .rows {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr));
        gap: var(--gap-3);
        border: 0;
        border-radius: 0;
        overflow: visible;
        background: none;
        box-shadow: none;
      }
      .rows li {
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--surface);
        box-shadow: var(--raise);
      }
      .rows li::before {
        content: none;
      }
    }
    @media (min-width: 60rem) and (hover: hover) {
      .rows li:hover {
        border-color: var(--edge);
        background: var(--surface);
      }
    }
  `,
];
