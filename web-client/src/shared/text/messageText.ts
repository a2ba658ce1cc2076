/** What is sent: normalized as the server does, without blank edges. */
export function messageText(typed: string): string {
  return typed.normalize('NFC').trim();
}
