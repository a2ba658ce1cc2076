import type { Components, ContextProp, ItemProps, ListProps } from 'react-virtuoso';
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
  return <div {...props} className={css.item} role="listitem" />;
}

function Header({ context }: ContextProp<ThreadContext>) {
  return (
    <p className={css.edge}>
      {context.complete ? 'The beginning of your conversation' : 'Reading what came before…'}
    </p>
  );
}

/** The parts of the virtual list, with the roles of a list. */
export const listParts: Components<ThreadItem, ThreadContext> = {
  List,
  Item,
  Header,
};
