import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lastTried, Reloader, reloadFor, shouldReload } from "./reload.ts";

const due = { own: "a", served: "b", tried: undefined, inCall: false, typing: false };

describe("a page of another version", () => {
  it.each([
    [true, "another version is served", {}],
    [true, "it was reloaded for an earlier one", { tried: "a" }],
    [false, "the server has not said yet", { served: undefined }],
    [false, "it is the same version", { served: "a" }],
    [false, "it was reloaded for this one already", { tried: "b" }],
    [false, "a call is on", { inCall: true }],
    [false, "something is typed", { typing: true }],
  ])("reloads: %s, when %s", (reloads, _, change) => {
    expect(shouldReload({ ...due, ...change })).toBe(reloads);
  });
});

describe("a reload", () => {
  const reload = vi.fn();
  beforeEach(() => {
    reload.mockReset();
    vi.stubGlobal("location", { reload });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("is remembered", () => {
    const items = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => items.set(key, value),
    });
    expect(lastTried()).toBeUndefined();
    reloadFor("b");
    expect(reload).toHaveBeenCalledOnce();
    expect(lastTried()).toBe("b");
  });

  it.each([
    ["forbidden", { getItem: denied, setItem: denied }],
    ["full", { getItem: () => null, setItem: denied }],
  ])("does not happen where storage is %s: it might never stop", (_, storage) => {
    vi.stubGlobal("sessionStorage", storage);
    expect(lastTried()).toBeUndefined();
    reloadFor("b");
    expect(reload).not.toHaveBeenCalled();
  });
});

describe("the way to a reload", () => {
  const items = new Map<string, string>();
  const reload = vi.fn();
  let [inCall, typing] = [false, false];
  let renewed: () => void;
  const goOn = vi.fn();
  let reloader: Reloader;
  beforeEach(() => {
    items.clear();
    reload.mockReset();
    goOn.mockReset();
    [inCall, typing] = [false, false];
    vi.stubGlobal("location", { reload });
    vi.stubGlobal("sessionStorage", {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => items.set(key, value),
    });
    reloader = new Reloader({
      own: "a",
      inCall: () => inCall,
      typing: () => typing,
      renew: () => new Promise((resolve) => (renewed = resolve)),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it("is not taken for the same version", () => {
    reloader.served("a", goOn);
    expect(goOn).toHaveBeenCalledOnce();
  });

  it("waits for the new version, and says nothing to the old page", async () => {
    reloader.served("b", goOn);
    reloader.served("b", goOn);
    reloader.again();
    await settled();
    expect(reload).not.toHaveBeenCalled();
    renewed();
    await settled();
    expect(reload).toHaveBeenCalledOnce();
    expect(goOn).not.toHaveBeenCalled();
  });

  it("is left where a call or a word begins meanwhile, and taken when that is over", async () => {
    reloader.served("b", goOn);
    typing = true;
    renewed();
    await settled();
    expect(reload).not.toHaveBeenCalled();
    expect(goOn).toHaveBeenCalledOnce();
    [typing, inCall] = [false, true];
    reloader.again();
    inCall = false;
    reloader.again();
    renewed();
    await settled();
    expect(reload).toHaveBeenCalledOnce();
    expect(goOn).toHaveBeenCalledOnce();
  });
});

function denied(): never {
  throw new DOMException("denied", "SecurityError");
}
