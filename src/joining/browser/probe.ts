/**
 * Whether anything answers at this URL within `timeout` milliseconds. With https: it does only where the browser trusts the
 * certificate, or its user has gone past the warning. What the answer says cannot be read, nor does it matter.
 */
export async function answers(url: string, timeout: number, method = "GET"): Promise<boolean> {
  // Not AbortSignal.timeout, which is newer than some phones.
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeout);
  try {
    await fetch(url, { method, mode: "no-cors", cache: "no-store", credentials: "omit", signal: controller.signal });
    return true;
  } catch {
    return false; // Refused, or nothing there: which of them, a page is not told.
  } finally {
    clearTimeout(timer);
  }
}
