/** Firefox, driven over WebDriver BiDi. */
import { type Browser, launch } from "puppeteer-core";

/** Why a test that needs it is skipped. */
export const NO_FIREFOX = "Firefox is not installed (on Debian: firefox-esr)";

/** Cameras and microphones that need no permission, connections within this computer, and sound without a touch. */
export const FAKE_MEDIA = {
  "media.navigator.streams.fake": true,
  "media.navigator.permission.disabled": true,
  "media.peerconnection.ice.loopback": true,
  "media.autoplay.default": 0,
  "media.autoplay.blocking_policy": 0,
};

export interface FirefoxOptions {
  preferences?: Record<string, unknown>;
  /** Pass certificates' warnings by. */
  insecure?: boolean;
}

/** Start the program with this profile. */
export function firefox(
  executablePath: string,
  profile: string,
  { preferences = {}, insecure = false }: FirefoxOptions = {},
): Promise<Browser> {
  return launch({
    browser: "firefox",
    executablePath,
    userDataDir: profile,
    headless: true,
    acceptInsecureCerts: insecure,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: preferences,
  });
}
