/** The keys of a call, as other programs for calls have them, and that of the search. Pure, but for looking at what has the focus. */

export type Shortcut = "mute" | "camera" | "chat" | "full-screen" | "list" | "search";

const BY_KEY: Readonly<Record<string, Shortcut>> = {
  " ": "mute",
  m: "mute",
  v: "camera",
  c: "chat",
  f: "full-screen",
  "?": "list",
  "/": "search",
};

/** What a key means where nobody types, and where it has no meaning of its own: the space bar presses a button. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.defaultPrevented || event.repeat || event.isComposing) return undefined;
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const path = event.composedPath().filter((part): part is Element => part instanceof Element);
  if (path.some((element) => element.matches("input, textarea, select, [contenteditable], dialog"))) return undefined;
  if (event.key === " " && path.some((element) => element.matches("button, a, summary, [role=log]"))) return undefined;
  return BY_KEY[letterOf(event)];
}

/** Keyboards of another script have the letter of the Latin one in the same place. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[^\p{ASCII}]$/u.test(key) ? code.replace("Key", "").toLowerCase() : key.toLowerCase();
}
