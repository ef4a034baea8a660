/** What a client may say, and worse: text frames, good, nearly good and bad. */
import * as fc from "fast-check";

/** Stand for what only the sender knows: its own id, and its own token. Each message is signed with the first as `by`. */
export const OWN = "%OWN%";
export const TOKEN = "%TOKEN%";
/** People who say nothing, and as whom nobody may speak. */
export const VICTIMS = ["victor", "vicky"] as const;
/** People who listen. */
export const WITNESSES = ["wanda", "old-willy"] as const;

export interface Said {
  readonly text: string;
  readonly binary: boolean;
}

const EVIL = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "toJSON", "valueOf"];
const FIELDS = [
  ..."target source id call type sdp candidate description reason media name token protocol device status".split(" "),
  ..."text mid at files accept attempt peers gone full more calls addresses code message version iceServers data remove".split(
    " ",
  ),
];
const TYPES = [
  ..."identify beat offer ringing accept reject hangup icecandidate description".split(" "),
  ..."text text delivered typing files files-answer files-link files-end".split(" "),
  ..."ready peers peer missed addresses error example.org/wave offer\u0000 Offer".split(" "),
];

/** What names a `mid`. */
const TALK: ReadonlySet<string> = new Set("text delivered files files-answer files-link files-end".split(" "));

const person = fc.constantFrom(...WITNESSES, ...WITNESSES, ...VICTIMS, OWN, "nobody", "", "a b", "x".repeat(65));
const odd = fc.constantFrom(
  ...'null true 0 -0 1e999 -1e999 5e-324 9007199254740993 [] {} [[]] {"":0}'.split(" "),
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u0000"',
  '"\\u202e\\u200b"',
  '"ﷺ"',
  `"${"x".repeat(3_000)}"`,
  `"${"𝕏".repeat(40)}"`,
  `${"[".repeat(33)}${"]".repeat(33)}`,
  '{"source":"victor"}',
  '{"__proto__":{"source":"victor"}}',
);
const string = fc.oneof(fc.string(), fc.string({ unit: "binary" })).map((text) => JSON.stringify(text));
const value = fc.oneof(
  { weight: 3, arbitrary: person.map((id) => JSON.stringify(id)) },
  { weight: 2, arbitrary: odd },
  string,
  fc.json({ maxDepth: 3 }),
);

/** A key as text, now and then with a letter written as only JSON can. */
const key = fc
  .tuple(fc.constantFrom(...FIELDS, ...EVIL, "source", "source", "id", "data"), fc.nat(30))
  .map(([name, place]) => {
    if (place >= name.length) return JSON.stringify(name);
    const code = name.charCodeAt(place).toString(16).padStart(4, "0");
    return `"${name.slice(0, place)}\\u${code}${name.slice(place + 1)}"`;
  });
const pair = fc.tuple(key, value).map(([name, text]) => `${name}:${text}`);

const candidate = '{"candidate":"candidate:1 1 udp 1 192.0.2.1 9 typ host","sdpMid":"0","usernameFragment":"u"}';
const bodies: Readonly<Record<string, string>> = {
  offer: '"type":"offer","sdp":"v=0\\r\\n","media":{"video":true}',
  accept: '"type":"answer","sdp":"v=0\\r\\n"',
  icecandidate: `"candidate":${candidate}`,
  description: '"description":{"type":"offer","sdp":"v=0"}',
  reject: '"reason":"busy"',
  hangup: '"reason":"cancelled"',
  text: '"text":"Hello"',
  files: '"files":[{"name":"a.txt","type":"text/plain","size":1}]',
  "files-answer": '"accept":true',
  "files-link": `"attempt":1,"candidate":${candidate}`,
};
const identify = fc
  .tuple(
    fc.constantFrom(OWN, OWN, ...VICTIMS, ...WITNESSES, "nobody"),
    fc.constantFrom(`"${TOKEN}"`, `"${TOKEN}"`, '"forged"', '""', `"${"A".repeat(43)}"`, "null", "{}"),
    fc.oneof(string, fc.constantFrom('"Ann"', '"Аnn"', '"Victor"', '"V\\u200bictor"', `"${"n".repeat(1025)}"`)),
    fc.constantFrom("", ',"protocol":1', ',"protocol":1e999', ',"protocol":-1', ',"protocol":"1"'),
  )
  .map(([id, token, name, protocol]) => [`"id":"${id}"`, `"token":${token}`, `"name":${name}${protocol}`]);
const relayed = fc
  .tuple(fc.constantFrom(...TYPES), person, fc.constantFrom('"call":"c1"', '"call":"c2"', '"x":0'), fc.nat(9))
  .map(([type, target, call, mid]) => ({
    type,
    // Of few, so that some are said again, and some are delivered.
    parts: [
      `"target":"${target}"`,
      TALK.has(type) ? `"mid":"m${mid}"` : call,
      ...(bodies[type] === undefined ? [] : [bodies[type]]),
    ],
  }));
const good = fc.oneof(
  { weight: 5, arbitrary: relayed },
  { weight: 1, arbitrary: identify.map((parts) => ({ type: "identify", parts })) },
);

/** What is good, with more put between its parts. */
const nearlyGood = fc
  .tuple(
    good,
    fc.array(fc.tuple(pair, fc.nat(9)), { maxLength: 3 }),
    fc.array(fc.tuple(pair, fc.nat(3)), { maxLength: 2 }),
  )
  .map(([{ type, parts }, inside, beside]) => {
    const data = put([...parts, `"by":"${OWN}"`], inside);
    return `{${put([`"type":${JSON.stringify(type)}`, `"data":{${data.join()}}`], beside).join()}}`;
  });

function put(parts: string[], more: [string, number][]): string[] {
  for (const [part, place] of more) parts.splice(place % (parts.length + 1), 0, part);
  return parts;
}

/** Two frames in one: which of the data counts? */
const twice = fc
  .tuple(nearlyGood, nearlyGood, fc.constantFrom('"data"', '"d\\u0061ta"', '"type"', '"x"'))
  .map(([one, other, name]) => `${one.slice(0, -1)},${name}:${other.slice(other.indexOf('"data":') + 7)}`);
const wild = fc
  .tuple(fc.array(pair, { maxLength: 6 }), fc.array(pair, { maxLength: 4 }), fc.constantFrom(...TYPES))
  .map(
    ([inside, beside, type]) =>
      `{"type":"${type}","data":{${inside.join()}}${beside.map((each) => `,${each}`).join("")}}`,
  );
const mangled = fc
  .tuple(nearlyGood, fc.nat(), fc.nat(8), fc.string({ unit: "binary", maxLength: 4 }))
  .map(([text, at, count, more]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + more + text.slice(place + count);
  });
/** Deep, wide or long. */
const large = fc
  .tuple(
    fc.constantFrom<[string, string, string]>(
      ["[", "0", "]"],
      ['{"a":', "0", "}"],
      ["[{},", "0]", ""],
      ['{"x":1,', '"y":2}', ""],
      ['"\\u0061', '"', ""],
      ['"𝕏', '"', ""],
    ),
    fc.constantFrom(10, 31, 32, 1_000, 5_000, 15_000),
  )
  .map(([[open, middle, close], count]) => {
    const [first, ...rest] = open;
    const x =
      close === "" ? first + rest.join("").repeat(count) + middle : open.repeat(count) + middle + close.repeat(count);
    return `{"type":"wave","data":{"target":"wanda","by":"${OWN}","x":${x}}}`.slice(0, 70_000);
  });

/** Any text frame. */
export const said: fc.Arbitrary<Said> = fc.record({
  text: fc.oneof(
    { weight: 12, arbitrary: nearlyGood },
    { weight: 4, arbitrary: twice },
    { weight: 4, arbitrary: wild },
    { weight: 4, arbitrary: mangled },
    { weight: 1, arbitrary: large },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  ),
  binary: fc.nat(40).map((n) => n === 0),
});
