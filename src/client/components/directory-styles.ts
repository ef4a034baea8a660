import { css } from "lit";
import { rows } from "./rows.ts";
import { base } from "./styles.ts";

/** How the directory is laid out: one column, each person a row that is a button. */
export const styles = [
  base,
  rows,
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
    /* A tall notice. */
    :host([crowded]) {
      padding-bottom: calc(17rem + var(--bottom));
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
    .recents {
      position: relative;
    }
    .count {
      position: absolute;
      top: 0.125rem;
      right: 0;
      min-width: 1.25rem;
      padding: 0 0.25rem;
      border-radius: 99rem;
      background: var(--no);
      color: #fff;
      font-size: 0.75rem;
      font-weight: 700;
      line-height: 1.25rem;
      text-align: center;
      pointer-events: none;
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
    .title {
      display: flex;
      align-items: center;
      justify-content: space-between;
      margin: var(--gap-4) 0 var(--gap-2);
    }
    .title h2 {
      margin: 0;
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
    .empty earshot-qr {
      width: min(15rem, 70vw);
      border: 1px solid var(--line);
    }
    .empty .address {
      max-width: 100%;
      color: var(--text);
      font-size: var(--large);
      font-weight: 600;
      overflow-wrap: anywhere;
      user-select: all;
    }
    .asleep {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--gap-2) var(--gap-3);
      margin-top: var(--gap-4);
      padding: var(--gap-4);
      border-radius: var(--round);
      background: var(--tint);
      font-size: var(--small);
    }
    .asleep .icon {
      color: var(--accent);
    }
    .asleep div {
      display: flex;
      grid-column: 1 / -1;
      justify-content: flex-end;
      gap: var(--gap-2);
    }
    .asleep .quiet {
      padding: 0 var(--gap-4);
      color: var(--text);
    }
    .invite {
      gap: var(--gap-2);
    }
    .invite.quiet {
      padding: 0 var(--gap-3);
      color: var(--accent);
      font-weight: 600;
    }
  `,
];
