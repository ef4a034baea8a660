/** What comes with a drop or a paste. */
export interface Brought {
  readonly files: readonly File[];
  /** There was a folder among it, which no page can send as it is. */
  readonly folder: boolean;
}

/** Something of the kind is being dragged, or was copied; text alone is not. */
export function bringsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes("Files") === true;
}

/** To be called before the event has passed: later it is empty. */
export function broughtBy(transfer: DataTransfer | null): Brought {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === "file");
  const folders = items.map((item) => item.webkitGetAsEntry?.()?.isDirectory === true);
  const files = items.flatMap((item, index) => (folders[index] ? [] : (item.getAsFile() ?? [])));
  return { files: items.length > 0 ? files : [...(transfer?.files ?? [])], folder: folders.includes(true) };
}
