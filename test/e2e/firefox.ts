/** Firefox, driven over WebDriver BiDi. */
import { type Browser, launch } from "puppeteer-core";

/** Start the program with this profile and these preferences. */
export function firefox(
  executablePath: string,
  profile: string,
  preferences: Record<string, unknown> = {},
): Promise<Browser> {
  return launch({
    browser: "firefox",
    executablePath,
    userDataDir: profile,
    headless: true,
    extraPrefsFirefox: preferences,
  });
}
