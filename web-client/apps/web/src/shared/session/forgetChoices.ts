/** Forgets what on this device tells of what a person said. Where that cannot be fetched, nothing was chosen either. */
export async function forgetChoices(): Promise<void> {
  await import('@/shared/emoji/emojiChoices').then(({ forgetEmoji }) => forgetEmoji()).catch(() => {});
}
