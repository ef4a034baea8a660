/** Reads a QR code from the page as a camera would: by its pixels. For tests. */
import jsqr, { type Options, type QRCode } from "jsqr";

// Its types say that it stands one `default` deeper than it does.
const jsQR = jsqr as unknown as (
  data: Uint8ClampedArray,
  width: number,
  height: number,
  options: Options,
) => QRCode | null;

/** What the code says; undefined if it cannot be read. `size` is that of the picture, in pixels. */
export async function scan(drawing: Element, size = 300): Promise<string | undefined> {
  const source = new XMLSerializer().serializeToString(drawing);
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  context.drawImage(image, 0, 0, size, size);
  const { data } = context.getImageData(0, 0, size, size);
  return jsQR(data, size, size, { inversionAttempts: "dontInvert" })?.data;
}
