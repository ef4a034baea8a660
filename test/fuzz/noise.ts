/** What is said to a port that expects TLS or HTTP: nonsense, and what was right once. */
import { Duplex } from "node:stream";
import { connect } from "node:tls";
import * as fc from "fast-check";

/** What a client says first in TLS, by its version (RFC 8446, 4.1.2); the servers' part never comes. */
function clientHello(maxVersion: "TLSv1.2" | "TLSv1.3"): Buffer {
  const said: Buffer[] = [];
  const stream = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      said.push(chunk);
      done();
    },
  });
  connect({ socket: stream, servername: "localhost", maxVersion, rejectUnauthorized: false }).on(
    "error",
    () => undefined,
  );
  return Buffer.concat(said);
}

const hello = fc.constantFrom(clientHello("TLSv1.3"), clientHello("TLSv1.2"));
const some = (maxLength: number) => fc.uint8Array({ minLength: 1, maxLength }).map((array) => Buffer.from(array));

/** A record of TLS (RFC 8446, 5.1), with a length that may be wrong. */
const record = fc
  .tuple(
    fc.constantFrom(20, 21, 22, 23, 24, 99),
    fc.constantFrom(0, 1, 2, 3, 4, 9),
    some(200),
    fc.integer({ min: -3, max: 3 }),
  )
  .map(([type, minor, body, off]) => {
    const head = Buffer.from([type, 3, minor, 0, 0]);
    head.writeUInt16BE(Math.max(0, body.length + off), 3);
    return Buffer.concat([head, body]);
  });
const changedHello = fc
  .tuple(hello, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }))
  .map(([bytes, changes]) => {
    const changed = Buffer.from(bytes);
    for (const [at, byte] of changes) changed[at % changed.length] = byte;
    return changed;
  });
const cutHello = fc.tuple(hello, fc.nat()).map(([bytes, at]) => bytes.subarray(0, 1 + (at % bytes.length)));

/** Instead of TLS, or in the middle of its handshake. */
export const handshakes = fc.oneof(
  { weight: 2, arbitrary: some(300) },
  { weight: 4, arbitrary: changedHello },
  { weight: 2, arbitrary: cutHello },
  { weight: 2, arbitrary: hello },
  { weight: 2, arbitrary: fc.array(record, { minLength: 1, maxLength: 4 }).map((all) => Buffer.concat(all)) },
  { weight: 2, arbitrary: fc.tuple(hello, record).map((parts) => Buffer.concat(parts)) },
);

/** Below TLS, when hands have been shaken. */
export const records = fc.oneof(record, some(200));

const path = fc.constantFrom(
  ..."/ /rtc /rtc?x * // /%00 /../../etc/passwd /%2e%2e/%2e%2e /%c0%ae http://evil.example/ https://127.0.0.1/rtc /earshot.crt".split(
    " ",
  ),
  `/${"a".repeat(9_000)}`,
  `/${"%41".repeat(30_000)}`,
  "/\u0000",
  "",
);
const method = fc.constantFrom(
  ..."GET HEAD POST PUT OPTIONS CONNECT TRACE PRI get G\u0000T GETGET".split(" "),
  "",
  "X".repeat(9_000),
);
const version = fc.constantFrom("HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP", "");
const UPGRADE = [
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
] as const;
const header = fc.oneof(
  fc.constantFrom(
    "Host: 127.0.0.1",
    "Host: 127.0.0.1",
    "Host: evil.example",
    "Host: [::1%25x]",
    "Host:",
    "Host: 127.0.0.1\r\nHost: evil.example",
    "Origin: null",
    "Origin: https://127.0.0.1\r\nOrigin: https://evil.example",
    "Content-Length: 5",
    "Content-Length: -1",
    "Content-Length: 5\r\nContent-Length: 6",
    "Content-Length: 99999999999999999999",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: chunked\r\nContent-Length: 3",
    "Transfer-Encoding: \u000bchunked",
    "Expect: 100-continue",
    "Expect: nonsense",
    "Connection: close",
    "Range: bytes=9-1",
    'If-None-Match: W/"',
    "Accept-Encoding: br;q=nonsense,gzip;q=9",
    "Accept-Language: \u0000",
    " folded: yes",
    "X: a\r\n folded",
    "X : space",
    ": nameless",
    "\u0000: x",
    `X: ${"x".repeat(20_000)}`,
    "Sec-WebSocket-Key: short",
    "Sec-WebSocket-Version: 99",
    "Sec-WebSocket-Protocol: userid, ,",
    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=99",
    Array.from({ length: 3_000 }, (_, n) => `X${n}: y`).join("\r\n"),
    UPGRADE.join("\r\n"),
    UPGRADE.join("\r\n"),
    ...UPGRADE,
  ),
  fc
    .tuple(fc.string({ unit: "binary", maxLength: 8 }), fc.string({ maxLength: 20 }))
    .map(([name, text]) => `${name}: ${text}`),
);
const body = fc.constantFrom(
  "",
  "",
  "hello",
  "5\r\nhello\r\n0\r\n\r\n",
  "fffffffffffffffff\r\n",
  "-1\r\n",
  "0\r\nX: y\r\n\r\n",
  "\u0081\u0085",
);
const request = fc
  .tuple(method, path, version, fc.array(header, { maxLength: 5 }), fc.constantFrom("\r\n", "\r\n", "\n", "\r"), body)
  .map(([...[method, path, version, headers, end, body]]) =>
    Buffer.from(
      `${[`${method} ${path} ${version}`, "Host: 127.0.0.1", ...headers].join(end)}${end}${end}${body}`,
      "latin1",
    ),
  );

/** One request or more, with or without TLS; most are wrong somewhere. */
export const requests = fc.oneof(
  { weight: 6, arbitrary: fc.array(request, { minLength: 1, maxLength: 3 }).map((all) => Buffer.concat(all)) },
  { weight: 1, arbitrary: some(200) },
  {
    weight: 2,
    arbitrary: fc.tuple(request, fc.nat()).map(([bytes, at]) => bytes.subarray(0, 1 + (at % bytes.length))),
  },
);
