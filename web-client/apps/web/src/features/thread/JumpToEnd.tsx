import { ArrowDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useWords } from '@/shared/words/useWords';
import css from './MessageList.module.css';

export function JumpToEnd({ count, jump }: { count: number; jump(): void }) {
  const words = useWords();
  return (
    <Button className={css.jump ?? ''} onPress={jump}>
      <ArrowDown size={18} />
      {count > 0 ? words('thread.jump.new', { count }) : words('thread.jump.latest')}
    </Button>
  );
}
