import type { Attachment, Mention, MessageView } from '@parley/protocol/types';

/** Why a message has no content any more: it was deleted for everyone, its author's account was, or this person deleted it for themselves. */
export type Gone = NonNullable<MessageView['gone']> | 'hidden';

type OrNull<T> = { [K in keyof T]: undefined extends T[K] ? T[K] | null : T[K] };

/** A file of a message, as a view or an event tells it. */
export type AttachedFile = OrNull<Attachment>;

/** What a page that a message links to said of itself when the message was sent. */
export interface Link {
  url: string;
  title: string;
  description?: string | null;
  picture?: { id: string; width: number; height: number } | null;
}

export interface TextContent {
  kind: 'text';
  text: string;
  /** The members it mentions, in order; absent where it mentions nobody. */
  mentions?: readonly Mention[];
  /** Its files, in order; absent where it has none. Then the text may be empty. */
  attachments?: readonly AttachedFile[];
  /** The page that it showed when it was sent; absent where none. */
  link?: Link;
}

/** A call: it was begun by the author, and what became of it is said about the message. */
export interface CallContent {
  kind: 'call';
  video: boolean;
}

export interface GoneContent {
  kind: 'gone';
  /** Null where the server only says that it is gone. */
  why: Gone | null;
}

/** What a message says. A client shows each kind by a renderer of its own; a new kind is one more member here. */
export type Content = TextContent | CallContent | GoneContent;

export function contentOf({
  text,
  gone,
  mentions,
  attachments,
  call,
  link,
}: Pick<MessageView, 'text' | 'gone' | 'mentions' | 'call'> &
  Pick<TextContent, 'attachments'> & { link?: Link | null }): Content {
  if (text === null) return { kind: 'gone', why: gone ?? null };
  return call ? { kind: 'call', video: call === 'video' } : textContent(text, mentions, link, attachments);
}

export function textContent(
  text: string,
  mentions?: readonly Mention[] | null,
  link?: Link | null,
  attachments?: readonly AttachedFile[] | null,
): TextContent {
  return {
    kind: 'text',
    text,
    ...(mentions?.length ? { mentions } : {}),
    ...(link ? { link } : {}),
    ...(attachments?.length ? { attachments } : {}),
  };
}

/** What is shown of it in a list: whom it mentions is not, nor what it links to. */
export function previewed(content: Content): Content {
  return content.kind === 'text' ? textContent(content.text, null, null, content.attachments) : content;
}

/** The words in a content; null where it has none. */
export function textOf(content: Content): string | null {
  return content.kind === 'text' && content.text !== '' ? content.text : null;
}
