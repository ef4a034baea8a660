/** What browsers are told to keep this page from doing. Never HSTS: it would take the click-through away. */

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

// No IPv6: a source expression cannot hold one (CSP 3, 2.3.1), and browsers that lack it here have 'self'.
const HOST = /^[a-z0-9]([a-z0-9._-]{0,252})(:\d{1,5})?$/i;

/** The headers of every answer, for a request that named `host` (its `Host` header). */
export function securityHeaders(host: string | undefined): Record<string, string> {
  // Older Safari does not count wss: of the page's own origin as 'self'.
  const socket = host !== undefined && HOST.test(host) ? ` wss://${host}` : "";
  return {
    "Content-Security-Policy": `${POLICY}; connect-src 'self'${socket}`,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self), picture-in-picture=(self), screen-wake-lock=(self)",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
}
