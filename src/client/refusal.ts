/** Why a device lets pages of the server through, but not its WebSocket. */
import { platformOf, type Platform } from "../joining/device.ts";

export interface Refusal {
  /** Whose guide helps. */
  platform: Platform;
  /**
   * What the device is called whose browser takes "visit this website" for pages only, as Safari's engine does, which is every browser's on an
   * iPhone or iPad. Absent where it is something between device and laptop.
   */
  halfway?: "iPhone" | "iPad" | "Mac";
}

export function refusalOn(userAgent: string, maxTouchPoints: number): Refusal {
  const platform = platformOf(userAgent, maxTouchPoints);
  if (platform === "iphone") return { platform, halfway: /iPhone|iPod/.test(userAgent) ? "iPhone" : "iPad" };
  const safari = /Safari\//.test(userAgent) && !/Chrom|Edg|OPR|Firefox/.test(userAgent);
  return platform === "macos" && safari ? { platform, halfway: "Mac" } : { platform };
}
