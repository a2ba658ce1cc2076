import { is } from '@parley/protocol/is';
import type { KnownAboutView, MessageView } from '@parley/protocol/types';
import type { ChatState, Conversation } from './ChatState';
import { isErased } from './erasedPerson';

type About = Conversation['about'];

/** The newest that a member said counts, in whatever order it comes: what a page tells may be older than what frames told. */
export function withSaid(about: About, said: KnownAboutView): About {
  const { number, member } = said.data;
  const before = about[number] ?? [];
  const isOlder = (each: KnownAboutView) => each.name === said.name && each.data.member === member;
  if (before.some((each) => isOlder(each) && each.sequence >= said.sequence)) return about;
  const others = before.filter((each) => !isOlder(each));
  return { ...about, [number]: [...others, said].sort((a, b) => a.sequence - b.sequence) };
}

/** What a view tells about a message. */
export function saidAbout({ about = [] }: MessageView): KnownAboutView[] {
  return about.filter((each) => is('KnownAboutView', each));
}

/** What was said about a deleted message is forgotten with it. */
export function withoutMessage(about: About, number: number): About {
  const { [number]: _, ...others } = about;
  return others;
}

/** What someone said is forgotten with their account. */
export function withoutWordsOfErased<Said extends KnownAboutView>(
  people: ChatState['people'],
  said: Said,
): Said {
  return isErased(people, said.data.member) ? { ...said, data: { ...said.data, content: null } } : said;
}
