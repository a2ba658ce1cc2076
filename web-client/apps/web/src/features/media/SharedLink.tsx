import type { MessageView } from '@parley/protocol/types';
import { firstLink } from '@/shared/link/firstLink';
import { LinkCard } from '@/shared/link/LinkCard';
import { MessageLink } from '@/shared/link/MessageLink';
import { safeAddress } from '@/shared/markup/links';

/** Something that a message links to: the page as it was shown, or its address. */
export function SharedLink({ conversation, message }: { conversation: string; message: MessageView }) {
  const { author, link } = message;
  if (link) return <MessageLink {...{ link, author, conversation, message }} />;
  const url = safeAddress(firstLink(message.text ?? '') ?? '');
  return url ? (
    <LinkCard
      link={{ url: url.href, title: url.href.replace(/^https?:\/\//, '') }}
      picture={undefined}
      leads
    />
  ) : null;
}
