import { describe, expect, it } from "vitest";
import { platformOf, type Platform } from "./device.ts";

const MOZILLA = "Mozilla/5.0";
const IOS = `${MOZILLA} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)`;
const IPAD = `${MOZILLA} (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)`;
const MAC = `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7)`;
const MAC_SAFARI = `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`;
const WIN = `${MOZILLA} (Windows NT 10.0; Win64; x64)`;
const BLINK = "AppleWebKit/537.36 (KHTML, like Gecko)";

/** What browsers send, each by its name. */
const AGENTS: readonly (readonly [string, Platform, string])[] = [
  ["Safari on an iPhone", "iphone", `${IOS} Version/18.5 Mobile/15E148 Safari/604.1`],
  ["Chrome on an iPhone", "iphone", `${IOS} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`],
  ["Firefox on an iPhone", "iphone", `${IOS} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`],
  ["Edge on an iPhone", "iphone", `${IOS} Version/18.0 EdgiOS/126.0.2592.56 Mobile/15E148 Safari/604.1`],
  ["DuckDuckGo on an iPhone", "iphone", `${IOS} Version/17.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`],
  ["an app's view on an iPhone", "iphone", `${IOS} Mobile/15E148 Instagram 341.1.2.27.107`],
  ["Safari on an iPad that asks for mobile pages", "iphone", `${IPAD} Version/16.6 Mobile/15E148 Safari/604.1`],
  ["Firefox on an iPad", "iphone", `${IPAD} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`],
  [
    "Chrome on Android",
    "android-chrome",
    `${MOZILLA} (Linux; Android 10; K) ${BLINK} Chrome/126.0.0.0 Mobile Safari/537.36`,
  ],
  [
    "Chrome on an Android tablet",
    "android-chrome",
    `${MOZILLA} (Linux; Android 13; SM-X906C) ${BLINK} Chrome/116.0.0.0 Safari/537.36`,
  ],
  [
    "Samsung Internet",
    "android-chrome",
    `${MOZILLA} (Linux; Android 14; SAMSUNG SM-S921B) ${BLINK} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
  ],
  [
    "Edge on Android",
    "android-chrome",
    `${MOZILLA} (Linux; Android 10; K) ${BLINK} Chrome/126.0.0.0 Mobile Safari/537.36 EdgA/126.0.0.0`,
  ],
  [
    "Opera on Android",
    "android-chrome",
    `${MOZILLA} (Linux; Android 10; K) ${BLINK} Chrome/124.0.0.0 Mobile Safari/537.36 OPR/83.0.0.0`,
  ],
  [
    "an app's view on Android",
    "android-chrome",
    `${MOZILLA} (Linux; Android 14; Pixel 8; wv) ${BLINK} Version/4.0 Chrome/126.0.6478.71 Mobile Safari/537.36`,
  ],
  [
    "Silk on a Fire tablet",
    "android-chrome",
    `${MOZILLA} (Linux; Android 9; KFTRWI) ${BLINK} Silk/124.5.1 like Chrome/124.0.0.0 Safari/537.36`,
  ],
  ["Firefox on Android", "android-firefox", `${MOZILLA} (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0`],
  [
    "Firefox on an Android tablet",
    "android-firefox",
    `${MOZILLA} (Android 13; Tablet; rv:109.0) Gecko/118.0 Firefox/118.0`,
  ],
  [
    "Firefox Focus on Android",
    "android-firefox",
    `${MOZILLA} (Android 12; Mobile; rv:125.0) Gecko/125.0 Firefox/125.0`,
  ],
  ["Safari on a Mac", "macos", MAC_SAFARI],
  ["Chrome on a Mac", "macos", `${MAC} ${BLINK} Chrome/126.0.0.0 Safari/537.36`],
  ["Firefox on a Mac", "macos", `${MOZILLA} (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0`],
  ["Chrome on Windows", "windows", `${WIN} ${BLINK} Chrome/126.0.0.0 Safari/537.36`],
  ["Edge on Windows", "windows", `${WIN} ${BLINK} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`],
  ["Firefox on Windows", "windows", `${MOZILLA} (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0`],
  ["Chrome on Linux", "linux", `${MOZILLA} (X11; Linux x86_64) ${BLINK} Chrome/126.0.0.0 Safari/537.36`],
  ["Firefox on Linux", "linux", `${MOZILLA} (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0`],
  // Its Chrome has Linux's settings for certificates.
  ["a Chromebook", "linux", `${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${BLINK} Chrome/126.0.0.0 Safari/537.36`],
  ["a program", "linux", "curl/8.5.0"],
  ["nothing", "linux", ""],
];

describe("platformOf", () => {
  it.each(AGENTS)("knows %s", (_name, platform, userAgent) => {
    expect(platformOf(userAgent)).toBe(platform);
  });

  it("tells an iPad that says it is a Mac by its touch screen", () => {
    expect(platformOf(MAC_SAFARI, 5)).toBe("iphone");
    expect(platformOf(MAC_SAFARI, 0)).toBe("macos");
    // A Mac with a graphics tablet.
    expect(platformOf(MAC_SAFARI, 1)).toBe("macos");
  });

  it("takes no other touch screen for an iPad's", () => {
    for (const [, platform, userAgent] of AGENTS)
      if (platform !== "macos") expect(platformOf(userAgent, 10)).toBe(platform);
  });
});
