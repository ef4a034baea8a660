/** Hands a received file to the browser's downloads. */

/** How long its address is good, in milliseconds: iOS asks first whether to download it, and reads it only then. */
const GOOD = 10 * 60_000;

/**
 * Let the browser put a whole file where it puts what is downloaded, under this name, which is harmless already. Whatever its type, it is
 * never shown or run: of an address of the page's own origin, as a blob's is, `download` makes a download (HTML, 4.6.4).
 */
export function saveFile(file: Blob, name: string = file instanceof File ? file.name : ""): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  // Firefox follows only a link that is in the page.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), GOOD);
}
