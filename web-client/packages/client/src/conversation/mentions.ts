import type { Mention } from '@parley/protocol/types';
import type { ChatState, Conversation, Person } from './ChatState';
import type { Content } from './content';
import { isHidden } from './hidden';
import { may } from './roles';

/** Who is mentioned in a message, and by whom. */
export interface Mentioning {
  author: string;
  users: readonly string[];
}

/** Stands in a mention for all members of a group. */
export const EVERYONE = '00000000-0000-0000-0000-000000000000';
/** What is typed behind an at sign for it, in every language. */
export const ALL_NAME = 'all';
const ALL: Person = { user: EVERYONE, username: ALL_NAME, displayName: ALL_NAME };

const TYPED = /(?<![\w.@])@([a-z0-9_.]+)/gi;
/** What is code or a quote calls for nobody. */
const NOT_SAID = /```[\s\S]*?(?:```|$)|`[^`\n]*`|^[ \t]*>.*$/gm;

/** Whom this person can mention in a conversation: in a group, if their role may, all of them at once too. Somebody of that name comes first. */
export function mentionable({ conversations, people, me }: ChatState, id: string): Person[] {
  const conversation = conversations[id];
  if (!conversation) return [];
  const members = conversation.members.flatMap((member) => people[member] ?? []);
  return mayMentionEveryone(conversation, me) ? [ALL, ...members] : members;
}

export function mayMentionEveryone(conversation: Conversation, me: string): boolean {
  return conversation.kind === 'group' && may(conversation, me, 'mention');
}

/** Whom a text mentions: those of these people whose usernames stand in it behind an at sign. */
export function mentionsIn(text: string, people: readonly Person[]): Mention[] {
  if (!text.includes('@')) return [];
  const byName = new Map(people.map(({ username, user }) => [username, user]));
  const notSaid = [...text.matchAll(NOT_SAID)].map(({ index, 0: part }) => [index, index + part.length]);
  return [...text.matchAll(TYPED)].flatMap(({ index, 1: typed = '' }) => {
    if (notSaid.some(([from = 0, to = 0]) => index >= from && index < to)) return [];
    const name = longestName(typed.toLowerCase(), byName);
    const user = name === null ? undefined : byName.get(name);
    return name !== null && user ? [{ user, from: index, length: name.length + 1 }] : [];
  });
}

/** A full stop behind a name may end the sentence. */
function longestName(typed: string, byName: ReadonlyMap<string, string>): string | null {
  for (let name = typed; name !== ''; name = name.slice(0, -1)) {
    if (byName.has(name)) return name;
    if (!name.endsWith('.')) return null;
  }
  return null;
}

/** The text with what those whom it mentions are called now, for who writes it anew. */
export function withNamesOfNow(content: Content, people: Readonly<Record<string, Person>>): string {
  if (content.kind !== 'text') return '';
  return (content.mentions ?? []).reduceRight((text, { user, from, length }) => {
    const name = people[user]?.username;
    return name ? `${text.slice(0, from)}@${name}${text.slice(from + length)}` : text;
  }, content.text);
}

/** Whether a text mentions someone, by name or with everyone. */
export function textMentions(content: Content, user: string): boolean {
  return (
    content.kind === 'text' &&
    (content.mentions?.some((each) => each.user === user || each.user === EVERYONE) ?? false)
  );
}

/** What a conversation knows of mentions once a message says something, or something else. */
export function withMentions(
  mentions: Conversation['mentions'],
  number: number,
  author: string,
  said: readonly Mention[] | null | undefined,
): Conversation['mentions'] {
  if (!said?.length) return withoutMention(mentions, number);
  return { ...mentions, [number]: { author, users: [...new Set(said.map(({ user }) => user))] } };
}

export function withoutMention(mentions: Conversation['mentions'], number: number): Conversation['mentions'] {
  if (!(number in mentions)) return mentions;
  const { [number]: _, ...others } = mentions;
  return others;
}

/** The numbers of the unread messages by others that mention this person, by name or with everyone, in order. */
export function unreadMentions(conversation: Conversation, me: string): number[] {
  return behindRead(conversation, me, [me, EVERYONE]);
}

/** Those that mention this person by name. */
export function personalMentions(conversation: Conversation, me: string): number[] {
  return behindRead(conversation, me, [me]);
}

function behindRead(conversation: Conversation, me: string, sought: readonly string[]): number[] {
  const { mentions, watermarks } = conversation;
  const read = watermarks[me]?.readUpTo ?? 0;
  return Object.entries(mentions)
    .filter(
      ([number, { author, users }]) =>
        Number(number) > read && author !== me && users.some((user) => sought.includes(user)),
    )
    .map(([number]) => Number(number))
    .filter((number) => !isHidden(conversation, number))
    .sort((a, b) => a - b);
}
