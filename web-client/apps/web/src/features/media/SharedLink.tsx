import type { MessageView } from '@parley/protocol/types';
import { MessageSquareText } from 'lucide-react';
import { firstLink } from '@/shared/link/firstLink';
import { LinkCard } from '@/shared/link/LinkCard';
import { MessageLink } from '@/shared/link/MessageLink';
import { safeAddress } from '@/shared/markup/links';
import { nameOf } from '@/shared/person/nameOf';
import { go } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { exactTime } from '@/shared/time/format';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Media.module.css';

interface SharedLinkProps {
  conversation: string;
  message: MessageView;
  close(): void;
}

/** Something that a message links to: the page as it was shown, or its address. */
export function SharedLink({ conversation, message, close }: SharedLinkProps) {
  const words = useWords();
  const person = useChat((state) => state.people[message.author]);
  const { author, number, at, link } = message;
  const url = link ? null : safeAddress(firstLink(message.text ?? '') ?? '');
  return (
    <div className={css.item}>
      <div className={css.what}>
        {link ? <MessageLink {...{ link, author, conversation, message }} /> : null}
        {url ? (
          <LinkCard
            link={{ url: url.href, title: url.href.replace(/^https?:\/\//, '') }}
            picture={undefined}
            leads
          />
        ) : null}
        <p className={css.said}>
          <bdi>{nameOf(person)}</bdi> · <time dateTime={at}>{exactTime(at)}</time>
        </p>
      </div>
      <IconButton
        icon={MessageSquareText}
        label={words('media.jump')}
        onPress={() => {
          close();
          go({ page: 'conversation', conversation, number });
        }}
      />
    </div>
  );
}
