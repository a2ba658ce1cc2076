import type { Message } from '@parley/client/conversation/ChatState';
import type { Link } from '@parley/client/conversation/content';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useIsBlocked } from '../person/useBlocked';
import { LinkCard } from './LinkCard';
import { fetchLinkPicture, linkPictures } from './linkPictures';

interface MessageLinkProps {
  link: Link;
  author: string;
  conversation: string;
  /** The message that shows it; null while that is on its way. */
  message: Pick<Message, 'message' | 'sequence'> | null;
}

/** The page that a message links to. Its picture comes from Parley's server, never from the page's. */
export function MessageLink({ link, author, conversation, message }: MessageLinkProps) {
  const id = link.picture?.id ?? '';
  const picture = useStore(linkPictures, (fetched) => fetched[id]);
  const blocked = useIsBlocked(author);
  const path = message
    ? `/conversations/${conversation}/messages/${message.message}/link-picture?sequence=${message.sequence}`
    : '';
  useEffect(() => {
    if (id && path && !picture && !blocked) void fetchLinkPicture(id, path);
  }, [id, path, picture, blocked]);
  return blocked ? null : <LinkCard link={link} picture={picture} leads />;
}
