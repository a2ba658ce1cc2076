import { AtSign } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useWords } from '@/shared/words/useWords';
import css from './MessageList.module.css';

/** Leads to the first unread message that mentions this person. */
export function JumpToMention({ count, jump }: { count: number; jump(): void }) {
  const words = useWords();
  return (
    <Button className={`${css.jump} ${css.mention}`} onPress={jump}>
      <AtSign size={18} />
      {words('thread.jump.mention', { count })}
    </Button>
  );
}
