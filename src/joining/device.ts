/** What a browser runs on, as far as it matters for trusting a certificate. */

export const PLATFORMS = ["iphone", "android-chrome", "android-firefox", "macos", "windows", "linux"] as const;
/** `iphone` stands for iPads too. */
export type Platform = (typeof PLATFORMS)[number];

/** The best guess; an iPad that says it is a Mac gives itself away by its touch screen, which only the page can ask for. */
export function platformOf(userAgent: string, maxTouchPoints = 0): Platform {
  if (/iPhone|iPad|iPod/.test(userAgent)) return "iphone";
  if (/Macintosh/.test(userAgent)) return maxTouchPoints > 1 ? "iphone" : "macos";
  if (/Android/.test(userAgent)) return /Firefox/.test(userAgent) ? "android-firefox" : "android-chrome";
  return /Windows/.test(userAgent) ? "windows" : "linux";
}
