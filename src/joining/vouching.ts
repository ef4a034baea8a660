/** What an authority may vouch for, in words for those who are to trust it. */

/** `local`: private addresses and local names; `own`: this laptop's public addresses alone; `anything`: mkcert's sets no bounds. */
export type Vouching = "local" | "own" | "anything";

/** Of Apple's systems it is not known. */
const HELD =
  "Browsers that hold it to that, as Chrome and Firefox do, would not even let a thief of its key pose as your bank.";

export const VOUCHING: Readonly<Record<Vouching, string>> = {
  local: `The certificate vouches only for addresses in local networks and for this laptop. ${HELD}`,
  own: `The certificate vouches only for this laptop's own addresses and names. ${HELD}`,
  anything:
    "This certificate sets no bounds to what it vouches for: whoever gets at its key could pose as any site towards this device. Install it only if you know who keeps it.",
};
