/** A number from 0 to 2^32 - 1 for a text, the same on every device (FNV-1a). Pure. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
