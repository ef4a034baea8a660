import { describe, expect, it } from "vitest";
import { createLog, factsOf, type Level } from "./log.ts";

/** A log, its lines, and its clock. */
function log({ level, terminal = false }: { level?: Level; terminal?: boolean } = {}) {
  const lines: string[] = [];
  const clock = { now: 0 };
  const made = createLog({ level, terminal, write: (line) => lines.push(line), now: () => clock.now });
  return { log: made, lines, clock, json: () => lines.map((line) => JSON.parse(line) as { [fact: string]: unknown }) };
}

describe("a line", () => {
  it("is JSON for a machine: the time, the level as a word, the event, its facts, and nothing else", () => {
    const { log: made, lines, json } = log();
    made.info("addresses changed", { addresses: 2, unknown: undefined });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/);
    const [{ time, ...rest } = {}] = json();
    expect(rest).toEqual({ level: "info", msg: "addresses changed", addresses: 2 });
    expect(new Date(String(time)).toISOString()).toBe(time);
    expect(Math.abs(Date.parse(String(time)) - Date.now())).toBeLessThan(60_000);
  });

  it("is plain in a terminal, where nothing in it can move the cursor", () => {
    const { log: made, lines } = log({ terminal: true });
    made.warn("a connection was cut", { code: 1006, why: "\u001b[2J\u009b2J\n\u202eend", slow: true });
    made.error("stopped");
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d warn {2}a connection was cut \(code: 1006, why: .*end, slow: true\)\n$/);
    expect(lines[0]?.slice(0, -1)).not.toMatch(/\p{C}/u);
    expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d error stopped\n$/);
  });

  it("stays one line of JSON whatever is in it", () => {
    const { log: made, lines, json } = log();
    made.warn("odd", { why: '"}\n{"level":"error"' });
    expect(lines.join("")).toMatch(/^[^\n]*\n$/);
    expect(json()[0]).toMatchObject({ level: "warn", why: '"}\n{"level":"error"' });
  });
});

describe("the level", () => {
  const all = (options: { level?: Level; terminal?: boolean }) => {
    const { log: made, lines } = log(options);
    for (const level of ["debug", "info", "warn", "error"] as const) made[level](level);
    return lines.map((line) => /debug|info|warn|error/.exec(line)?.[0]);
  };

  it("is info for a machine, and warn in a terminal, where the banner stands", () => {
    expect(all({})).toEqual(["info", "warn", "error"]);
    expect(all({ terminal: true })).toEqual(["warn", "error"]);
  });

  it("can be chosen for both", () => {
    expect(all({ level: "debug", terminal: true })).toEqual(["debug", "info", "warn", "error"]);
    expect(all({ level: "error" })).toEqual(["error"]);
    expect(all({ level: "silent" })).toEqual([]);
  });
});

describe("a flood", () => {
  it("writes one line a second for each kind, and says how many it left out", () => {
    const { log: made, clock, json } = log();
    for (; clock.now < 3_000; clock.now++) {
      made.warn("nonsense", { n: clock.now });
      made.error("worse");
    }
    const of = (event: string) => json().filter(({ msg }) => msg === event);
    expect(of("nonsense").map(({ n, more }) => [n, more])).toEqual([
      [0, undefined],
      [1_000, 999],
      [2_000, 999],
    ]);
    expect(of("worse")).toHaveLength(3);
    clock.now = 10_000;
    made.warn("nonsense");
    made.warn("nonsense");
    clock.now = 20_000;
    made.warn("nonsense");
    expect(
      of("nonsense")
        .slice(3)
        .map(({ more }) => more),
    ).toEqual([999, 1]);
  });

  it("does not count what the level leaves out anyway", () => {
    const { log: made, clock, lines } = log({ level: "error" });
    made.warn("odd");
    made.error("odd");
    clock.now = 1_000;
    made.error("odd");
    expect(lines.join("")).not.toContain("more");
    expect(lines).toHaveLength(2);
  });
});

describe("an error", () => {
  it("is told by where it comes from, not by what it quotes", () => {
    let error: unknown;
    try {
      JSON.parse('Ada says "meet me at nine"');
    } catch (caught) {
      error = caught;
    }
    expect(String(error)).toContain("Ada");
    const facts = factsOf(error);
    expect(facts).toMatchObject({ error: "SyntaxError", at: expect.stringMatching(/^at .*log\.test\.ts/) });
    expect(JSON.stringify(facts)).not.toMatch(/Ada|nine|\\n/);
  });

  it("keeps its code, or its cause's", () => {
    const cause = Object.assign(new Error("open /home/ada"), { code: "EACCES" });
    expect(factsOf(cause)).toMatchObject({ error: "Error", code: "EACCES" });
    expect(factsOf(new TypeError("no", { cause }))).toMatchObject({ error: "TypeError", code: "EACCES" });
    expect(factsOf("Ada")).toEqual({ error: "string" });
    expect(factsOf(undefined)).toEqual({ error: "undefined" });
  });

  it("whose message is made to look like its stack gives nothing away", () => {
    expect(JSON.stringify(factsOf(new Error("x\n    at Ada's:9:00")))).not.toContain("Ada");
  });
});
