/** Small pictures of images, made here: nothing of a large or broken one ever reaches the page's layout. */
import { HEAD, type Header, readHeader } from "./image-header.ts";

/** Of the longer side, in pixels. */
const SIDE = 320;
/** What is not even tried: a phone would run out of memory. */
const MOST_BYTES = 30e6;
const MOST_PIXELS = 100e6;

/** One at a time, since each takes its whole picture's memory. */
let last: Promise<unknown> = Promise.resolve();

/**
 * A small picture of an image (JPEG, PNG, WebP, GIF or AVIF, by its first bytes), the way up in which it was taken. Undefined of anything
 * else: of what is broken, too large, or of a kind that this browser does not know. Never rejects.
 */
export function thumbnailOf(image: Blob): Promise<Blob | undefined> {
  const made = last.then(() => make(image)).catch(() => undefined); // Broken or unreadable: there is none.
  last = made;
  return made;
}

async function make(image: Blob): Promise<Blob | undefined> {
  if (image.size > MOST_BYTES) return undefined;
  const header = readHeader(new Uint8Array(await image.slice(0, HEAD).arrayBuffer()));
  if (!header || (header.pixels ?? 0) > MOST_PIXELS) return undefined;
  // By what it is, not by what it is said to be.
  const bitmap = await decode(image.slice(0, image.size, `image/${header.kind}`));
  try {
    return await draw(bitmap, header.kind);
  } finally {
    bitmap.close();
  }
}

/** Upright and small. Browsers that refuse these options turn it upright by themselves; it is drawn small in any case. */
async function decode(image: Blob): Promise<ImageBitmap> {
  const upright = { imageOrientation: "from-image" } as const;
  try {
    const whole = await createImageBitmap(image, upright);
    const scale = SIDE / Math.max(whole.width, whole.height);
    if (scale >= 1) return whole;
    try {
      return await createImageBitmap(whole, { ...fit(whole, scale), resizeQuality: "medium" });
    } finally {
      whole.close();
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return createImageBitmap(image);
  }
}

function fit({ width, height }: ImageBitmap, scale: number) {
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return { resizeWidth: side(width), resizeHeight: side(height) };
}

async function draw(bitmap: ImageBitmap, kind: Header["kind"]): Promise<Blob | undefined> {
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const { resizeWidth, resizeHeight } = fit(bitmap, scale);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [resizeWidth, resizeHeight];
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, resizeWidth, resizeHeight);
  const small = await write(canvas, "image/webp");
  // Safari writes no WebP but PNG instead; JPEG is smaller, where nothing can shine through.
  return small?.type === "image/png" && kind === "jpeg" ? write(canvas, "image/jpeg") : small;
}

function write(canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> {
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), type, 0.8));
}
