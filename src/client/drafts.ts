/** What was begun and not yet sent, by the other's id: it is there again when the conversation is, for as long as the page is. */
export interface Draft {
  readonly text: string;
  readonly files: readonly File[];
}

const drafts = new Map<string, Draft>();
const nothing: Draft = { text: "", files: [] };

export function draftFor(peer: string): Draft {
  return drafts.get(peer) ?? nothing;
}

export function keepDraft(peer: string, draft: Draft): void {
  if (draft.text === "" && draft.files.length === 0) drafts.delete(peer);
  else drafts.set(peer, draft);
}
