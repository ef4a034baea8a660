/** Whether the system may tell the user of calls while the page is hidden (WHATWG notifications). */

/** Absent where the browser cannot: on an iPhone, before Earshot is on the Home Screen. */
export function permission(): NotificationPermission | undefined {
  return "Notification" in globalThis ? Notification.permission : undefined;
}

/** Ask the user, who must just have touched the page. Never rejects: the answer is what holds from now on. */
export async function askPermission(): Promise<NotificationPermission | undefined> {
  if (permission() === undefined) return undefined;
  try {
    await Notification.requestPermission();
  } catch {
    // Some browsers throw where the page may not even ask: then nothing has changed.
  }
  return permission();
}

/** Be told when the user has changed it in the browser's settings; where the browser does not tell, it is read with the next page. */
export async function watchPermission(changed: () => void): Promise<void> {
  try {
    const status = await navigator.permissions.query({ name: "notifications" });
    status.addEventListener("change", changed);
  } catch {
    // Not every browser knows it by this name.
  }
}
