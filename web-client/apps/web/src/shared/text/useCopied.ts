import { useEffect, useState } from 'react';

const SAID_MS = 2_500;

/** Puts a text on the clipboard and says so for a moment. */
export function useCopied(text: string) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => void navigator.clipboard?.writeText(text).then(() => setCopied(true));
  return { copied, copy };
}
