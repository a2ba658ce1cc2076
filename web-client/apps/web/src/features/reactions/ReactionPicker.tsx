import { canonical } from '@parley/client/conversation/reactions';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, Popover, ToggleButton, Toolbar } from 'react-aria-components';
import { EmojiPanel } from '@/shared/emoji/EmojiPanel';
import type { MessagePanelProps } from '@/shared/feature/Feature';
import menu from '@/shared/ui/Menu.module.css';
import { useWords } from '@/shared/words/useWords';
import css from './Reactions.module.css';
import { useReactions } from './useReactions';

const COMMON = [
  ['👍', 'reactions.emoji.thumbs-up'],
  ['❤️', 'reactions.emoji.heart'],
  ['😂', 'reactions.emoji.joy'],
  ['😮', 'reactions.emoji.astonished'],
  ['😢', 'reactions.emoji.crying'],
  ['🎉', 'reactions.emoji.party'],
] as const;

/** A row of common emoji beside a message, and behind it all others, each of which adds or takes back one's own reaction. */
export function ReactionPicker({ conversation, message, anchor, done }: MessagePanelProps) {
  const words = useWords();
  const { me, reactions, change } = useReactions(conversation.conversation, message);
  const own = reactions.filter(({ members }) => members.includes(me)).map(({ emoji }) => canonical(emoji));
  const [all, setAll] = useState(false);
  if (all)
    return (
      <Popover className={menu.popover ?? ''} placement="top" triggerRef={anchor} isOpen onOpenChange={done}>
        <Dialog aria-label={words('reactions.react')}>
          <EmojiPanel
            choose={(emoji) => {
              change(emoji, !own.includes(canonical(emoji)));
              done();
            }}
          />
        </Dialog>
      </Popover>
    );
  return (
    <Popover className={css.popover ?? ''} placement="top" triggerRef={anchor} isOpen onOpenChange={done}>
      <Dialog aria-label={words('reactions.react')}>
        <Toolbar aria-label={words('reactions.emoji')} className={css.row ?? ''}>
          {COMMON.map(([emoji, name], index) => (
            <ToggleButton
              key={emoji}
              autoFocus={index === 0}
              className={css.choice ?? ''}
              aria-label={words(name)}
              isSelected={own.includes(canonical(emoji))}
              onChange={(given) => {
                change(emoji, given);
                done();
              }}
            >
              {emoji}
            </ToggleButton>
          ))}
          <Button className={css.choice ?? ''} aria-label={words('emoji.more')} onPress={() => setAll(true)}>
            <Plus size={20} aria-hidden="true" />
          </Button>
        </Toolbar>
      </Dialog>
    </Popover>
  );
}
