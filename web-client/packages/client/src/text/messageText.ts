// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;

const VISIBLE = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * What is sent, or nothing where nothing of it could be seen: without blank edges, every line end a line feed, and without the other control characters the server
 * refuses: they come with what is pasted from terminals and show nothing.
 */
export function messageText(typed: string): string {
  const text = typed
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .normalize('NFC')
    .trim();
  return VISIBLE.test(text) ? text : '';
}
