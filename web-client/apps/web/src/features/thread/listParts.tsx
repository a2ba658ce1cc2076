import type { Components, ContextProp, ItemProps, ListProps } from 'react-virtuoso';
import { useWords } from '@/shared/words/useWords';
import css from './MessageList.module.css';
import type { ThreadItem } from './threadItems';

export interface ThreadContext {
  /** Nothing older is to come. */
  complete: boolean;
}

function List({ context: _, ...props }: ListProps & ContextProp<ThreadContext>) {
  // biome-ignore lint/a11y/useSemanticElements: the list measures a div.
  return <div {...props} role="list" />;
}

function Item({ context: _, item: __, ...props }: ItemProps<ThreadItem> & ContextProp<ThreadContext>) {
  // biome-ignore lint/a11y/useSemanticElements: the list measures a div.
  return <div {...props} className={css.item} role="listitem" tabIndex={-1} />;
}

function Header({ context }: ContextProp<ThreadContext>) {
  const words = useWords();
  return (
    <p className={css.edge}>{context.complete ? words('thread.beginning') : words('thread.reading-older')}</p>
  );
}

/** The parts of the virtual list, with the roles of a list. */
export const listParts: Components<ThreadItem, ThreadContext> = {
  List,
  Item,
  Header,
};
