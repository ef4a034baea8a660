/** What an authority may vouch for, in words for those who are to trust it. */

/** `local`: private addresses and local names; `own`: this laptop's public addresses alone; `anything`: mkcert's sets no bounds. */
export type Vouching = "local" | "own" | "anything";

const NOTHING_ELSE = "and for nothing else: not even somebody who stole its key could use it to pose as your bank.";

export const VOUCHING: Readonly<Record<Vouching, string>> = {
  local: `The certificate vouches for addresses in local networks and for this laptop, ${NOTHING_ELSE}`,
  own: `The certificate vouches for this laptop's own addresses and names, ${NOTHING_ELSE}`,
  anything:
    "This certificate sets no bounds to what it vouches for: whoever gets at its key could pose as any site towards this device. Install it only if you know who keeps it.",
};
