/** How output should look, which is for the operator and the terminal to say. */

export interface Look {
  /** Whether colours and bold letters may be used. */
  readonly colour: boolean;
  /** Whether a QR code is wanted. */
  readonly qr: boolean;
  /** Of the terminal; 0 for a pipe or a file, where nothing is drawn. */
  readonly columns: number;
}

type Stream = Pick<NodeJS.WriteStream, "isTTY" | "columns">;

/** The look that `--no-qr` among the arguments, NO_COLOR (no-color.org) and TERM ask for, for output to `stream`. */
export function lookOf(argv: readonly string[], env: NodeJS.ProcessEnv, stream: Partial<Stream>): Look {
  if (stream.isTTY !== true) return { colour: false, qr: false, columns: 0 };
  const plain = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  // A terminal that does not know its width, such as a serial line's, has at least this.
  return { colour: !plain, qr: !argv.includes("--no-qr"), columns: stream.columns || 80 };
}
