/** A QR code (ISO/IEC 18004) for the terminal, two modules to a character. */
import { encode } from "uqr";

/** Light modules around the code. Four are the rule; above and below, where room is scarce, two have always been enough. */
const [SIDE, ABOVE] = [4, 2];
/** By what is drawn of a character: nothing, its lower half, its upper half, both. */
const BLOCKS = " ▄▀█";
/** Black on white out of the 256 colours, which themes leave alone. */
const BLACK_ON_WHITE = "\u001B[38;5;16;48;5;231m";
const RESET = "\u001B[0m";

/**
 * The lines of the code for `text`. In colour it is black on white in every terminal. Without, the light modules are
 * drawn in the text's colour: right in a dark terminal, and in a light one inverted, which phones read too.
 */
export function qrLines(text: string, colour: boolean): string[] {
  const { data, size } = encode(text, { border: 0, ecc: "L", boostEcc: true });
  const dark = (x: number, y: number) => data[y - ABOVE]?.[x - SIDE] ?? false;
  const drawn = (x: number, y: number) => Number(dark(x, y) === colour);
  const [columns, rows] = [size + 2 * SIDE, Math.ceil((size + 2 * ABOVE) / 2)];
  return Array.from({ length: rows }, (_, row) => {
    const cells = Array.from({ length: columns }, (_, x) => BLOCKS[2 * drawn(x, 2 * row) + drawn(x, 2 * row + 1)]!);
    return colour ? `${BLACK_ON_WHITE}${cells.join("")}${RESET}` : cells.join("");
  });
}

/** How many columns a line of `qrLines` takes. */
export function qrWidth(text: string): number {
  return encode(text, { border: 0, ecc: "L", boostEcc: true }).size + 2 * SIDE;
}
