import { describe, expect, it } from "vitest";
import { lookOf } from "./look.ts";

const terminal = { isTTY: true, columns: 120 };

describe("lookOf", () => {
  it.each([
    ["a terminal", [], {}, terminal, { colour: true, qr: true, columns: 120 }],
    ["--no-qr", ["--no-qr"], {}, terminal, { colour: true, qr: false, columns: 120 }],
    ["NO_COLOR", [], { NO_COLOR: "1" }, terminal, { colour: false, qr: true, columns: 120 }],
    ["an empty NO_COLOR", [], { NO_COLOR: "" }, terminal, { colour: true, qr: true, columns: 120 }],
    ["a dumb terminal", [], { TERM: "dumb" }, terminal, { colour: false, qr: true, columns: 120 }],
    ["a terminal of unknown width", [], {}, { isTTY: true, columns: 0 }, { colour: true, qr: true, columns: 80 }],
    ["a pipe", [], {}, {}, { colour: false, qr: false, columns: 0 }],
  ])("of %s", (_, argv, env, stream, look) => {
    expect(lookOf(argv, env, stream)).toEqual(look);
  });
});
