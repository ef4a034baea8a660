/** Which form of a file a browser wants (RFC 9110, 12.5.3). */

/** The content codings that the build makes, best first, and the endings of their files. */
export const CODINGS = { br: ".br", gzip: ".gz" } as const;
export type Coding = keyof typeof CODINGS;

/** The first of `available` that the `Accept-Encoding` header takes; undefined for the file as it is. */
export function chooseCoding(header: string | undefined, available: readonly Coding[]): Coding | undefined {
  const weights = new Map(
    (header ?? "").split(",").map((part) => {
      const [coding = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith("q="));
      return [coding, q === undefined ? 1 : Number(q.slice(2))];
    }),
  );
  return available.find((coding) => (weights.get(coding) ?? weights.get("*") ?? 0) > 0);
}
