// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { thumbnailOf } from "./thumbnail.ts";

/** Left half red, right half blue; as a camera writes it if `turned`: to be turned right by a quarter. */
async function picture(width: number, height: number, type: string, turned = false): Promise<Blob> {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const paint = canvas.getContext("2d")!;
  for (const [at, colour] of ["red", "blue"].entries()) {
    paint.fillStyle = colour;
    paint.fillRect((at * width) / 2, 0, width / 2, height);
  }
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), type));
  if (!turned) return blob;
  // Exif 2.32, 4.6: one entry, orientation, 6.
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const app1 = new Uint8Array([0xff, 0xe1, 0, exif.length + 2, ...exif]);
  return new Blob([blob.slice(0, 2), app1, blob.slice(2)], { type });
}

/** Size, and the colours of the corners at the top left and the bottom right. */
async function look(image: Blob | undefined): Promise<unknown[]> {
  const bitmap = await createImageBitmap(image!);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  const paint = canvas.getContext("2d")!;
  paint.drawImage(bitmap, 0, 0);
  const colour = (x: number, y: number): string => {
    const [red = 0, , blue = 0] = paint.getImageData(x, y, 1, 1).data;
    return red > blue ? "red" : "blue";
  };
  return [bitmap.width, bitmap.height, colour(2, 2), colour(bitmap.width - 3, bitmap.height - 3)];
}

/** How often, and how many at once, the browser is asked to decode something. */
async function decoding(act: () => Promise<unknown>): Promise<{ asked: number; most: number }> {
  const own = window.createImageBitmap;
  let [asked, now, most] = [0, 0, 0];
  window.createImageBitmap = (image: ImageBitmapSource, options?: ImageBitmapOptions) => {
    asked++;
    most = Math.max(most, ++now);
    return own(image, options).finally(() => now--);
  };
  try {
    await act();
    return { asked, most };
  } finally {
    window.createImageBitmap = own;
  }
}

describe("a small picture of an image", () => {
  for (const type of ["image/jpeg", "image/png", "image/webp"])
    it(`is made of ${type}`, async () => {
      const small = await thumbnailOf(await picture(800, 400, type));
      expect(small?.type).to.equal("image/webp");
      expect(await look(small)).to.deep.equal([320, 160, "red", "blue"]);
    });

  it("is made of what is high, and of what is small already", async () => {
    expect(await look(await thumbnailOf(await picture(400, 1600, "image/png")))).to.deep.equal([
      80,
      320,
      "red",
      "blue",
    ]);
    expect(await look(await thumbnailOf(await picture(40, 20, "image/png")))).to.deep.equal([40, 20, "red", "blue"]);
  });

  it("stands as it was taken", async () => {
    const small = await thumbnailOf(await picture(800, 400, "image/jpeg", true));
    expect((await look(small)).slice(0, 2)).to.deep.equal([160, 320]);
  });

  it("is made by what the image is, whatever it is said to be", async () => {
    const image = await picture(40, 20, "image/png");
    expect(await thumbnailOf(new Blob([image], { type: "text/html" }))).not.to.equal(undefined);
  });

  it("is not made of other things", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`;
    const made = await decoding(async () => {
      for (const type of ["image/svg+xml", "image/png"])
        expect(await thumbnailOf(new Blob([svg], { type }))).to.equal(undefined);
      expect(await thumbnailOf(new Blob([]))).to.equal(undefined);
    });
    expect(made.asked).to.equal(0);
  });

  it("is not made of what is too large, which is not even decoded", async () => {
    const image = await picture(40, 20, "image/png");
    const bytes = new Uint8Array(await image.arrayBuffer());
    const wide = bytes.slice();
    new DataView(wide.buffer).setUint32(16, 6_000_000);
    const heavy = new Blob([bytes, new Uint8Array(30e6)]);
    const made = await decoding(async () => {
      expect(await thumbnailOf(new Blob([wide]))).to.equal(undefined);
      expect(await thumbnailOf(heavy)).to.equal(undefined);
    });
    expect(made.asked).to.equal(0);
  });

  it("is not made of a broken one, and the next is made all the same", async () => {
    const image = await picture(40, 20, "image/png");
    const broken = new Blob([image.slice(0, 33), new Uint8Array(100)]);
    const [none, small] = await Promise.all([thumbnailOf(broken), thumbnailOf(image)]);
    expect(none).to.equal(undefined);
    expect(small?.type).to.equal("image/webp");
  });

  it("is made one after the other", async () => {
    const image = await picture(800, 400, "image/png");
    const made = await decoding(() => Promise.all([1, 2, 3].map(() => thumbnailOf(image))));
    expect(made).to.deep.equal({ asked: 6, most: 1 });
  });
});
