import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Language, LANGUAGES } from "../joining/languages.ts";
import { doorWords } from "../joining/words/all.ts";
import { profile } from "./profile.ts";

const source = { der: randomBytes(400), fingerprint: "AB:CD:EF", vouching: "local" as const, language: "en" as const };

/** The elements of XML without attributes that matter, as nested lists; throws where they are not closed in their order. */
function parse(xml: string): Node {
  const root: Node = { name: "", text: "", children: [] };
  const open = [root];
  for (const [, closing, name = "", empty, text = ""] of xml.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>([^<]*)/gu)) {
    const parent = open.at(-1)!;
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
      continue;
    }
    const node: Node = { name, text, children: [] };
    parent.children.push(node);
    if (!empty) open.push(node);
  }
  if (/&(?!amp;|lt;|gt;)/u.test(xml)) throw new Error("An ampersand stands for itself");
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is left open`);
  return root;
}
interface Node {
  readonly name: string;
  readonly text: string;
  readonly children: Node[];
}

/** A property list's dictionary. */
function read({ children }: Node): Record<string, string | Record<string, unknown>> {
  const pairs = [];
  for (let index = 0; index < children.length; index += 2) {
    const [key, value] = [children[index]!, children[index + 1]!];
    if (key.name !== "key") throw new Error(`<${key.name}> where a key should be`);
    pairs.push([key.text, value.name === "array" ? read(value.children[0]!) : value.text.trim() || value.name]);
  }
  return Object.fromEntries(pairs) as Record<string, string>;
}

const dictionary = (from = source) => read(parse(profile(from)).children[0]!.children[0]!);

describe("profile", () => {
  it("is a profile that installs one root certificate, and can be removed", () => {
    const top = dictionary();
    expect(top).toMatchObject({
      PayloadType: "Configuration",
      PayloadVersion: "1",
      PayloadDisplayName: "Earshot",
      PayloadRemovalDisallowed: "false",
      PayloadContent: { PayloadType: "com.apple.security.root", PayloadVersion: "1", PayloadDisplayName: "Earshot" },
    });
    expect(top["PayloadDescription"]).toMatch(/local networks/u);
    const { PayloadContent: data } = top["PayloadContent"] as { PayloadContent: string };
    expect(Buffer.from(data, "base64")).toEqual(source.der);
  });

  it("replaces itself, but no other laptop's", () => {
    const ids = (from = source) => {
      const top = dictionary(from);
      const inner = top["PayloadContent"] as Record<string, string>;
      return [top, inner].flatMap((each) => [each["PayloadIdentifier"], each["PayloadUUID"]]);
    };
    expect(ids()).toEqual(ids());
    expect(new Set([...ids(), ...ids({ ...source, fingerprint: "AB:CD:EE" })]).size).toBe(8);
    // RFC 9562, 5.8.
    for (const id of [ids()[1], ids()[3]])
      expect(id).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/u);
  });

  it("is described in the language of those who install it", () => {
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      const { PayloadDescription } = dictionary({ ...source, language } as typeof source);
      expect(PayloadDescription).toContain(doorWords[language].profile.compare);
      expect(PayloadDescription).toContain(doorWords[language].vouching.local);
    }
  });
});
