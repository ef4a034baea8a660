/**
 * What an authority may vouch for. `local`: private addresses and local names; `own`: this laptop's public addresses alone;
 * `anything`: mkcert's sets no bounds.
 */
export type Vouching = "local" | "own" | "anything";
