import { ArrowDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import css from './MessageList.module.css';

export function JumpToEnd({ count, jump }: { count: number; jump(): void }) {
  return (
    <Button className={css.jump ?? ''} onPress={jump}>
      <ArrowDown size={18} />
      {count > 0 ? `${count} new ${count === 1 ? 'message' : 'messages'}` : 'Latest messages'}
    </Button>
  );
}
