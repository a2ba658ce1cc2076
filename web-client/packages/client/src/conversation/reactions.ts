import type { KnownAboutView } from '@parley/protocol/types';
import { applyEvent } from './applyEvent';
import type { CommandKind } from './CommandKind';
import type { Pending } from './PendingCommand';
import { dropCommand } from './pendingSteps';

interface ReactionToChange {
  conversation: string;
  message: string;
  number: number;
  sequence: number;
  emoji: string;
  /** Whether one is to have this reaction, or not. */
  given: boolean;
}

/** One kind of emoji a message has, and whose it is. */
export interface Reaction {
  emoji: string;
  members: readonly string[];
}

/** Reacts to a message, or takes a reaction back. */
export const react: CommandKind<ReactionToChange, 'Reacted'> = {
  answer: 'Reacted',

  subject: ({ conversation, number, emoji }) => `${conversation}/${number}/${canonical(emoji)}`,

  request: ({ conversation, message, sequence, emoji, given }) => ({
    method: given ? 'PUT' : 'DELETE',
    path: `/conversations/${conversation}/messages/${message}/reactions/${encodeURIComponent(emoji)}?sequence=${sequence}`,
  }),

  /** A change of reactions is an event like any other; the gateway's own frame of it may come before or after the answer. */
  settled: (state, { key, data }, { emojis, sequence, position, recorded }) => {
    const { conversation, message, number, sequence: target } = data;
    const applied = applyEvent(state, {
      conversation,
      sequence,
      position,
      at: recorded,
      name: 'conversation.reactions-changed.v1',
      data: { conversation, number, target, message, member: state.me, content: { emojis } },
    });
    return dropCommand(applied, key);
  },
};

/** A message's reactions, each emoji once, with what is asked for and not answered yet. In an order that no count changes. */
export function reactionsOf(
  said: readonly KnownAboutView[],
  pending: readonly Pending<'react'>[],
  me: string,
): Reaction[] {
  const kinds = new Map<string, { emoji: string; members: Set<string> }>();
  const kind = (emoji: string) => {
    const known = kinds.get(canonical(emoji)) ?? { emoji, members: new Set() };
    kinds.set(canonical(emoji), known);
    return known;
  };
  for (const each of said)
    if (each.name === 'conversation.reactions-changed.v1')
      for (const emoji of each.data.content?.emojis ?? []) kind(emoji).members.add(each.data.member);
  for (const { data } of pending) {
    if (data.given) kind(data.emoji).members.add(me);
    else kind(data.emoji).members.delete(me);
  }
  return [...kinds.entries()]
    .filter(([, { members }]) => members.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { emoji, members }]) => ({ emoji, members: [...members] }));
}

/** Whether it is to be drawn as a picture or as text does not tell an emoji from another. */
export function canonical(emoji: string): string {
  return emoji.replaceAll('\uFE0F', '');
}
