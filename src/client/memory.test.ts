import { describe, expect, it, vi } from "vitest";
import { Memory } from "./memory.ts";
import { SETTINGS, type Settings } from "./settings.ts";

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}

describe("memory", () => {
  it("keeps what is changed, beside what was there, and says so", () => {
    const kept = storage();
    const changed = vi.fn<(settings: Settings) => void>();
    const memory = new Memory({ changed, unsaved: vi.fn(), storage: () => kept });
    memory.remember({ name: "Ann" });
    memory.remember({ silent: true });
    expect(memory.settings).toEqual({ name: "Ann", silent: true });
    expect(changed).toHaveBeenLastCalledWith(memory.settings);
    expect(new Memory({ changed, unsaved: vi.fn(), storage: () => kept }).settings).toEqual(memory.settings);
  });

  it("says that nothing is kept, and goes on with what it knows", () => {
    const unsaved = vi.fn<() => void>();
    const memory = new Memory({
      changed: vi.fn(),
      unsaved,
      storage: () => {
        throw new Error("forbidden");
      },
    });
    memory.remember({ name: "Ann" });
    expect(unsaved).toHaveBeenCalledOnce();
    expect(memory.settings.name).toBe("Ann");
  });

  it("takes what another tab has changed, but not that it has nothing yet", () => {
    const kept = storage();
    const changed = vi.fn<(settings: Settings) => void>();
    const memory = new Memory({ changed, unsaved: vi.fn(), storage: () => kept });
    memory.remember({ name: "Ann" });
    kept.setItem(SETTINGS, JSON.stringify({ name: "Anna", silent: true }));
    memory.reload();
    expect(memory.settings).toEqual({ name: "Anna", silent: true });
    expect(changed).toHaveBeenLastCalledWith({ name: "Anna", silent: true });
    kept.setItem(SETTINGS, JSON.stringify({}));
    memory.reload();
    expect(memory.settings.name).toBe("Anna");
  });
});
