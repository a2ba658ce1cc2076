import { useCallback, useEffect, useState } from 'react';
import { fileUrl, knownUrl, type WantedFile } from './fileUrls';

/** The address of a file, once it is known; null before, and false where it is not there for this person. */
export function useFileUrl(wanted: WantedFile): { url: string | null | false; refused(): void } {
  const { conversation, sequence, attachment, variant } = wanted;
  const [url, setUrl] = useState<string | null | false>(() => knownUrl(wanted));
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    let gone = false;
    fileUrl({ conversation, sequence, attachment, variant }, attempts > 0)
      .then((found) => {
        if (!gone) setUrl(found ?? false);
      })
      .catch(() => {
        if (!gone) setUrl(false);
      });
    return () => {
      gone = true;
    };
  }, [conversation, sequence, attachment, variant, attempts]);
  const refused = useCallback(() => setAttempts((before) => Math.min(before + 1, 2)), []);
  return { url, refused };
}
