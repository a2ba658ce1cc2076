import type { Conversation, Message } from '@parley/client/conversation/ChatState';
import type { Pending, PendingCommand } from '@parley/client/conversation/PendingCommand';
import { canonical, reactionsOf } from '@parley/client/conversation/reactions';
import { SmilePlus } from 'lucide-react';
import { useMemo } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  Popover,
  ToggleButton,
  Toolbar,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { nameOf } from '@/shared/person/nameOf';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import { listed } from '@/shared/words/words';
import css from './Reactions.module.css';
import { Refusal } from './Refusal';
import line from './ThreadLine.module.css';

const COMMON = [
  ['👍', 'thread.emoji.thumbs-up'],
  ['❤️', 'thread.emoji.heart'],
  ['😂', 'thread.emoji.joy'],
  ['😮', 'thread.emoji.astonished'],
  ['😢', 'thread.emoji.crying'],
  ['🎉', 'thread.emoji.party'],
] as const;

interface ReactionsProps {
  conversation: Conversation;
  message: Message;
}

/** Opens a row of common emoji beside a message, each of which adds or takes back one's own reaction. */
export function ReactionPicker(props: ReactionsProps) {
  const words = useWords();
  const { me, reactions, change } = useReactions(props);
  const own = reactions.filter(({ members }) => members.includes(me)).map(({ emoji }) => canonical(emoji));
  return (
    <DialogTrigger>
      <Button className={line.more ?? ''} aria-label={words('thread.react')}>
        <SmilePlus size={20} />
      </Button>
      <Popover className={css.popover ?? ''} placement="top">
        <Dialog aria-label={words('thread.react')}>
          {({ close }) => (
            <Toolbar aria-label={words('thread.emoji')} className={css.row ?? ''}>
              {COMMON.map(([emoji, name], index) => (
                <ToggleButton
                  key={emoji}
                  autoFocus={index === 0}
                  className={css.choice ?? ''}
                  aria-label={words(name)}
                  isSelected={own.includes(canonical(emoji))}
                  onChange={(given) => {
                    change(emoji, given);
                    close();
                  }}
                >
                  {emoji}
                </ToggleButton>
              ))}
            </Toolbar>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The reactions under a message, who gave them, and what of one's own was refused. */
export function Reactions(props: ReactionsProps) {
  const words = useWords();
  const { commands } = useEngine();
  const people = useChat((state) => state.people);
  const { me, reactions, refused, change } = useReactions(props);
  const nameOfMember = (member: string) => (member === me ? words('person.you') : nameOf(people[member]));
  return (
    <>
      {reactions.length > 0 ? (
        <ul
          className={`${css.chips} ${props.message.author === me ? css.own : ''}`}
          aria-label={words('thread.reactions')}
        >
          {reactions.map(({ emoji, members }) => {
            const names = listed(members.map(nameOfMember));
            return (
              <li key={canonical(emoji)}>
                <TooltipTrigger delay={300}>
                  <ToggleButton
                    className={css.chip ?? ''}
                    aria-label={words('thread.reaction', { emoji, count: members.length, names })}
                    isSelected={members.includes(me)}
                    onChange={(given) => change(emoji, given)}
                  >
                    <span className={css.emoji}>{emoji}</span> {members.length}
                  </ToggleButton>
                  <Tooltip className={css.names ?? ''} offset={6}>
                    {names}
                  </Tooltip>
                </TooltipTrigger>
              </li>
            );
          })}
        </ul>
      ) : null}
      {refused.map((command) => (
        <Refusal
          key={command.key}
          says={words(command.data.given ? 'thread.reaction.not-added' : 'thread.reaction.not-taken-back', {
            emoji: command.data.emoji,
            reason: problemWords(command.reason),
          })}
          again={() => commands.retry(command)}
          leave={() => commands.discard(command)}
          leaving={words('thread.reaction.leave')}
        />
      ))}
    </>
  );
}

/** A message's reactions as they are and as they are about to be. */
function useReactions({ conversation, message }: ReactionsProps) {
  const { commands } = useEngine();
  const me = useChat((state) => state.me);
  const asked = useChat((state) => state.commands);
  const { conversation: talk } = conversation;
  const said = conversation.about[message.number];
  return useMemo(() => {
    const { message: id, number, sequence } = message;
    const own = asked
      .filter((each) => isReaction(each))
      .filter(({ data }) => data.conversation === talk && data.number === number);
    return {
      me,
      reactions: reactionsOf(
        said ?? [],
        own.filter(({ reason }) => reason === null),
        me,
      ),
      refused: own.filter(({ reason }) => reason !== null),
      change: (emoji: string, given: boolean) =>
        commands.ask('react', { conversation: talk, message: id, number, sequence, emoji, given }),
    };
  }, [commands, talk, message, said, asked, me]);
}

function isReaction(command: PendingCommand): command is Pending<'react'> {
  return command.kind === 'react';
}
