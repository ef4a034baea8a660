import { describe, expect, it } from "vitest";
import { type Asked, strategyFor } from "./strategy.ts";

const ORIGIN = "https://192.168.1.20:3000";
const ask = (path: string, more: Partial<Asked> = {}) =>
  strategyFor({ method: "GET", mode: "cors", cache: "default", url: `${ORIGIN}${path}`, ...more }, ORIGIN);
const navigate = (path: string, more: Partial<Asked> = {}) => ask(path, { mode: "navigate", ...more });

describe("strategyFor", () => {
  it("opens the page as it was kept, from a link, an address or Back", () => {
    expect(navigate("/")).toBe("shell");
    expect(navigate("/?source=home")).toBe("shell");
    expect(navigate("/", { cache: "force-cache" })).toBe("shell");
    expect(navigate("/", { cache: "only-if-cached" })).toBe("shell");
  });

  it.each(["no-cache", "reload", "no-store"])("asks the server for the page on a reload: %s", (cache) =>
    expect(navigate("/", { cache })).toBe("newest"),
  );

  it("believes a browser that says it is a reload", () => {
    expect(navigate("/", { isReloadNavigation: true })).toBe("newest");
    expect(navigate("/", { isReloadNavigation: false })).toBe("shell");
  });

  it("keeps the build's files", () => {
    expect(ask("/assets/main-27ED47QP.js", { mode: "cors" })).toBe("kept");
    expect(ask("/assets/app-DWXV462H.css", { mode: "no-cors" })).toBe("kept");
  });

  it.each([
    "/rtc",
    "/ready.txt",
    "/ca.crt",
    "/earshot.mobileconfig",
    "/sw.js",
    "/earshot.webmanifest",
    "/icon.svg",
    "/index.html",
    "/join",
  ])("lets everything else alone: %s", (path) => {
    expect(ask(path)).toBe("pass");
    expect(navigate(path)).toBe("pass");
    expect(navigate(path, { cache: "no-cache" })).toBe("pass");
  });

  it("lets other methods, origins and ways to ask alone", () => {
    expect(navigate("/", { method: "POST" })).toBe("pass");
    expect(ask("/assets/main-27ED47QP.js", { method: "HEAD" })).toBe("pass");
    expect(navigate("", { url: "https://192.168.1.31:3000/" })).toBe("pass");
    expect(ask("", { url: "https://192.168.1.31:3000/assets/x.js" })).toBe("pass");
    expect(ask("/")).toBe("pass");
  });
});
