/** What of the screen this person chooses to show; null where they choose nothing. */
export async function openScreen(): Promise<MediaStreamTrack | null> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } } });
    const [track] = stream.getVideoTracks();
    // Text has to stay readable.
    if (track) track.contentHint = 'detail';
    return track ?? null;
  } catch {
    return null;
  }
}

export function mayShowScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}
