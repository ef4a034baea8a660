import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { sizeOf } from "../measures.ts";
import type { FileSummary, TransferFile } from "../talk-state.ts";
import { talkWords } from "../words/talk/current.ts";
import { iconOf } from "./talk-icons.ts";

/** So many are named; of more, one asks for the rest. */
export const NAMED = 3;

export interface FileList {
  readonly files: readonly (FileSummary & Partial<TransferFile>)[];
  /** All of them are shown. */
  readonly whole: boolean;
  fold(whole: boolean): void;
  /** A button beside each that can be saved. */
  save?(file: number): void;
  /** Show a picture large. */
  enlarge?(file: number): void;
}

/** Files by name, kind and size: the first of them, and a button for the rest. */
export function fileList({ files, whole, fold, save, enlarge }: FileList): TemplateResult {
  const { more, fewer } = talkWords.files;
  const shown = whole ? files : files.slice(0, files.length === NAMED + 1 ? NAMED + 1 : NAMED);
  const rest = files.length - shown.length;
  return html`<ul role="list" class="files">
      ${shown.map((file, index) => row(file, index, save, enlarge))}
    </ul>
    ${
      rest > 0 || (whole && files.length > NAMED + 1)
        ? html`<button class="rest" aria-expanded=${whole} @click=${() => fold(!whole)}>
            ${rest > 0 ? more(rest) : fewer}
          </button>`
        : nothing
    }`;
}

function row(file: FileList["files"][number], index: number, save: FileList["save"], enlarge: FileList["enlarge"]) {
  const { name, type, size, thumbnail, url } = file;
  const talk = talkWords.files;
  const mark = thumbnail ? html`<img src=${thumbnail} alt="" />` : iconOf(type);
  const savable = url !== undefined && save !== undefined;
  return html`<li>
    ${
      thumbnail && url && enlarge
        ? html`<button class="mark" aria-label=${talk.enlarge(name)} @click=${() => enlarge(index)}>${mark}</button>`
        : html`<span class="mark">${mark}</span>`
    }
    <span class="about"><span class="name" dir="auto">${name}</span><span class="size">${sizeOf(size)}</span></span>
    ${
      savable
        ? html`<button class="save" aria-label=${talk.save(name)} @click=${() => save(index)}>
            ${talk.saveShort}
          </button>`
        : nothing
    }
  </li>`;
}

export const fileLists = css`
  .files {
    display: grid;
    gap: var(--gap-1);
    list-style: none;
  }
  .files li {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    min-height: var(--target);
  }
  .mark {
    display: grid;
    flex: none;
    place-items: center;
    width: 2.75rem;
    height: 2.75rem;
    min-width: 0;
    min-height: 0;
    border: 1px solid transparent;
    border-radius: 0.625rem;
    overflow: hidden;
    background: var(--well);
    color: var(--accent);
  }
  .mark img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .files .about {
    display: grid;
    flex: 1;
    min-width: 0;
    line-height: 1.3;
  }
  .files .name {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .size {
    color: var(--soft);
    font-size: var(--tiny);
    font-variant-numeric: tabular-nums;
  }
  .save,
  .rest {
    flex: none;
    padding: 0 var(--gap-3);
    color: var(--accent);
    font-size: var(--small);
    font-weight: 600;
  }
  .rest {
    justify-self: start;
    margin-inline-start: calc(-1 * var(--gap-3));
  }
  @media (hover: hover) {
    .save:hover,
    .rest:hover {
      background: var(--hover);
    }
  }
`;
