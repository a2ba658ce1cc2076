import type { ShownLink } from '@parley/client/sync/Outbox';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { firstLink } from '@/shared/link/firstLink';
import { LinkCard } from '@/shared/link/LinkCard';
import { linkChoice } from '@/shared/link/linkChoice';
import { linkPictures } from '@/shared/link/linkPictures';
import { IconButton } from '@/shared/ui/IconButton';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import { previewLink } from './api/previewLink';
import css from './Composer.module.css';

/** Who types on has not finished the address. */
const PAUSE_MS = 700;

interface LinkBarProps {
  typed: string;
  /** What is shown with the message, and whose address it is. */
  shown: ShownLink | null;
  show(link: ShownLink | null): void;
}

/** The page that the text links to, once its writer pauses; it can be left out. */
export function LinkBar({ typed, shown, show }: LinkBarProps) {
  const words = useWords();
  const wanted = useStore(linkChoice, (choice) => choice.shown);
  const url = wanted ? firstLink(typed) : null;
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const looked = url !== null && !leftOut.has(url) ? url : null;
  const told = useRef(show);
  told.current = show;
  useEffect(() => {
    if (looked === null) return;
    const end = new AbortController();
    const timer = setTimeout(() => {
      previewLink(looked, end.signal).then(
        (link) => {
          if (!end.signal.aborted) told.current(link);
        },
        // A text can be sent without, whyever there is nothing to show.
        () => {},
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      end.abort();
      told.current(null);
    };
  }, [looked]);
  const picture = useStore(linkPictures, (fetched) => fetched[shown?.preview.picture?.id ?? '']);
  if (!shown || shown.preview.url !== looked) return null;
  return (
    <div className={css.above}>
      <div className={css.what} role="status">
        <VisuallyHidden>{words('links.shown')} </VisuallyHidden>
        <LinkCard link={shown.preview} picture={picture} leads={false} />
      </div>
      <IconButton
        icon={X}
        label={words('links.leave-out')}
        onPress={() => setLeftOut(new Set([...leftOut, shown.preview.url]))}
      />
    </div>
  );
}
