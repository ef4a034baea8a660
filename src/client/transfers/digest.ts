/** SHA-256 of a file from that of its pieces: the platform's own, which can only do whole buffers, but not on the main thread. */

/** Digests of the pieces of one file, by their place. */
export type PieceDigests = ArrayBuffer[];

export const sha256 = (bytes: BufferSource): Promise<ArrayBuffer> => crypto.subtle.digest("SHA-256", bytes);

/** The SHA-256 of the digests of the first `count` pieces in a row, in hex digits. */
export async function digestOf(pieces: PieceDigests, count: number): Promise<string> {
  const row = new Uint8Array(count * 32);
  for (let index = 0; index < count; index++) {
    const piece = pieces[index];
    if (piece) row.set(new Uint8Array(piece), index * 32);
  }
  const digest = new Uint8Array(await sha256(row));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
