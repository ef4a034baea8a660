import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { ClientMessage, ErrorCode, Goodbye, PeerMessage, Refusal, ServerMessage } from "./messages.ts";
import { Delivered, FilesGoodbye, FilesMessage, FilesRefusal, TalkMessage, Typing } from "./talk.ts";

const text = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");
const schemas = {
  client: v.variant("type", [...ClientMessage.options, ...TalkMessage.options]),
  server: v.variant("type", [...ServerMessage.options, ...TalkMessage.options]),
  peer: v.variant("type", [...PeerMessage.options, Delivered, Typing, ...FilesMessage.options]),
};
type Speaker = keyof typeof schemas;

const examples = [...text.matchAll(/^```json *(\w*)\n(.*?)^```$/gms)].map(({ index, 1: speaker, 2: json = "" }) => ({
  speaker: speaker as Speaker,
  json,
  line: text.slice(0, index).split("\n").length,
}));

/** The paths in `value` that `schema` does not know: loose schemas let them pass, but in an example they are mistakes. */
function unknownFields(schema: unknown, value: unknown, path = ""): string[] {
  const { type, entries, item, wrapped, pipe, options } = schema as {
    type: string;
    entries: Record<string, unknown>;
    item: unknown;
    wrapped: unknown;
    pipe?: unknown[];
    options: { entries: Record<string, { literal: unknown }> }[];
  };
  if (pipe) return unknownFields({ ...(pipe[0] as object), pipe: undefined }, value, path);
  if (wrapped) return unknownFields(wrapped, value, path);
  if (type === "variant") {
    const { type: literal } = value as { type: unknown };
    return unknownFields(
      options.find((option) => option.entries["type"]?.literal === literal),
      value,
      path,
    );
  }
  if (type === "array")
    return (value as unknown[]).flatMap((each, index) => unknownFields(item, each, `${path}[${index}]`));
  if (type !== "loose_object") return [];
  return Object.entries(value as object).flatMap(([key, field]) =>
    entries[key] ? unknownFields(entries[key], field, `${path}.${key}`) : [`${path}.${key}`],
  );
}

describe("docs/protocol.md", () => {
  it.each(examples)("gives an example that $speaker may send, at line $line", ({ speaker, json }) => {
    expect(Object.keys(schemas)).toContain(speaker);
    const message: unknown = JSON.parse(json);
    const result = v.safeParse(schemas[speaker], message);
    expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`) ?? []).toEqual([]);
    // A value that is replaced when it is read is none that an example should show.
    expect(result.output).toEqual(message);
    expect(unknownFields(schemas[speaker], message)).toEqual([]);
  });

  it.each(Object.keys(schemas) as Speaker[])("has an example of every message that %s may send", (speaker) => {
    const types = schemas[speaker].options.map(({ entries }): string => entries.type.literal);
    const of = (kind: Speaker) =>
      examples
        .filter((example) => example.speaker === kind)
        .map(({ json }) => (JSON.parse(json) as { type: string }).type);
    // What is relayed has the same form on both legs, and what is about files also on the channel.
    const alike: Record<Speaker, string[]> = {
      client: [],
      server: of("client"),
      peer: of("client").filter((type) => type.startsWith("files")),
    };
    const shown = [...of(speaker), ...alike[speaker]];
    expect(types.filter((type) => !shown.includes(type))).toEqual([]);
  });

  it("explains every error code and every reason", () => {
    const words = [
      ...ErrorCode.options,
      ...Goodbye.options,
      ...Refusal.options,
      ...FilesGoodbye.options,
      ...FilesRefusal.options,
    ];
    expect(words.filter((word) => !text.includes(`\`${word}\``))).toEqual([]);
  });

  it("refers to headings that are there", () => {
    const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    );
    const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = ""]) => anchor);
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
  });
});
