import { describe, expect, it } from "vitest";
import { refusalOn } from "./refusal.ts";

const APPLE = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${APPLE} Version/17.5 Mobile/15E148 Safari/604.1`;
const IPHONE_CHROME = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${APPLE} CriOS/126.0 Mobile/15E148 Safari/604.1`;
const IPAD = `Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) ${APPLE} Version/16.6 Mobile/15E148 Safari/604.1`;
const SAFARI = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/17.5 Safari/605.1.15`;
const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

describe("refusalOn", () => {
  it.each([
    ["iPhone", IPHONE, 5, { platform: "iphone", halfway: "iPhone" }],
    ["Chrome on an iPhone", IPHONE_CHROME, 5, { platform: "iphone", halfway: "iPhone" }],
    ["iPad", IPAD, 5, { platform: "iphone", halfway: "iPad" }],
    ["iPad that says it is a Mac", SAFARI, 5, { platform: "iphone", halfway: "iPad" }],
    ["Safari on a Mac", SAFARI, 0, { platform: "macos", halfway: "Mac" }],
  ] as const)("is half trust on an %s", (_, userAgent, touch, expected) =>
    expect(refusalOn(userAgent, touch)).toEqual(expected),
  );

  it.each([
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${CHROME}`, 0, "macos"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0", 0, "macos"],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/126.0`, 10, "windows"],
    [`Mozilla/5.0 (Linux; Android 14; Pixel 7) ${CHROME}`, 5, "android-chrome"],
    ["Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0", 5, "android-firefox"],
    [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME}`, 0, "linux"],
  ])("is something in between elsewhere: %s", (userAgent, touch, platform) =>
    expect(refusalOn(userAgent, touch)).toEqual({ platform }),
  );
});
