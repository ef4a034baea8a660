import { describe, expect, it } from "vitest";
import { loadSettings, MOST_BLOCKED, saveSettings } from "./settings.ts";

/** A localStorage that holds this. */
function holding(text: string | null): () => Storage {
  const items = new Map(text === null ? [] : [["earshot", text]]);
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
  return () => storage as unknown as Storage;
}

const failing = (message: string) => (): never => {
  throw new DOMException(message, "SecurityError");
};

describe("settings", () => {
  const all = {
    name: "Ann",
    id: "V1StGXR8_Z5jdHi6B-myT",
    token: "t",
    cameraId: "cam",
    microphoneId: "mic",
    addresses: ["https://192.168.1.20:3000"],
  };

  it("are there again", () => {
    const storage = holding(null);
    expect(loadSettings(storage)).toEqual({});
    expect(saveSettings(all, storage)).toBe(true);
    expect(loadSettings(storage)).toEqual(all);
  });

  it.each([
    "",
    "{",
    "null",
    "5",
    '"x"',
    "true",
    "[]",
    "[1,2]",
    "\u0000",
    '{"__proto__":{"name":"x"}}',
    "[".repeat(50_000),
  ])("are those of a first visit where garbage is stored: %s", (garbage) => {
    expect(Object.values(loadSettings(holding(garbage))).filter((value) => value !== undefined)).toEqual([]);
  });

  it.each<[keyof typeof all, unknown[]]>([
    ["name", [5, null, {}, [], "", "  ", " Ann", "x".repeat(41), "\u202eAnn", true]],
    ["id", [5, null, {}, [], "", "x".repeat(65), "a b", "é", "<id>"]],
    ["token", [5, null, {}, "", "x".repeat(257)]],
    ["cameraId", [5, null, {}, "", "x".repeat(513)]],
    ["microphoneId", [5, null, {}, "", "x".repeat(513)]],
    ["addresses", [5, null, {}, "https://192.168.1.20:3000", [5], [null], ["x".repeat(513)]]],
  ])("lack only what is not valid: %s", (field, values) => {
    for (const value of values) {
      expect(loadSettings(holding(JSON.stringify({ ...all, [field]: value })))).toEqual({ ...all, [field]: undefined });
    }
  });

  it("are empty where the browser forbids storage", () => {
    expect(loadSettings(failing("denied"))).toEqual({});
    expect(loadSettings(() => ({ getItem: failing("denied") }) as unknown as Storage)).toEqual({});
    // There is none here at all.
    expect(loadSettings()).toEqual({});
  });

  it("say so when they cannot be kept", () => {
    expect(saveSettings(all, failing("denied"))).toBe(false);
    expect(saveSettings(all, () => ({ setItem: failing("full") }) as unknown as Storage)).toBe(false);
  });
});

describe("who is blocked", () => {
  const eve = { id: "eve", name: "Eve" };
  const stored = (blocked: unknown) => loadSettings(holding(JSON.stringify({ name: "Ann", blocked })));

  it("is known again; what is no person is left out, and the rest of the settings stays", () => {
    expect(stored([eve, { id: "", name: "Nobody" }, 7, { id: "x" }]).blocked).toEqual([eve]);
    expect(stored("everybody")).toEqual({ name: "Ann" });
  });

  it("is nobody beyond the most", () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ id: `p${n}`, name: "P" }));
    expect(stored(many).blocked).toHaveLength(MOST_BLOCKED);
  });
});
