const FEW_EMOJI = /^(?:\s*\p{RGI_Emoji}){1,3}\s*$/v;

/** Whether a text is one to three emoji and nothing else: they are shown large. */
export function isFewEmoji(text: string): boolean {
  return text.length < 120 && FEW_EMOJI.test(text);
}
