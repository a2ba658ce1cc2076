const drafts = new Map<string, string>();

/** What was typed in a conversation and not sent; kept while the page lives. */
export function draftOf(conversation: string): string {
  return drafts.get(conversation) ?? '';
}

export function keepDraft(conversation: string, text: string): void {
  if (text === '') drafts.delete(conversation);
  else drafts.set(conversation, text);
}
