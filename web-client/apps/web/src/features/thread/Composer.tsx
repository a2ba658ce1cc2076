import { useEffect, useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { useComposed } from '@/shared/sync/useComposed';
import { NewMessage } from './NewMessage';
import type { WritingProps } from './Writing';

const EditComposer = lazily(async () => (await import('./EditComposer')).EditComposer);

interface ComposerProps extends Pick<WritingProps, 'id' | 'area' | 'keys'> {
  /** Whether it has the focus when the conversation opens. */
  isFocused: boolean;
}

/** Where messages are written, and written anew. To be keyed by its conversation. */
export function Composer({ id, area, keys, isFocused }: ComposerProps) {
  const all = useComposed(id);
  // What is in a thread alone is written there.
  const composed = all && all.message.number > 0 ? all : undefined;
  const isEditing = composed?.do === 'edit';
  // Who comes back from an edit goes on writing.
  const [wasEditing, setWasEditing] = useState(false);
  useEffect(() => {
    if (isEditing) setWasEditing(true);
  }, [isEditing]);
  if (isEditing) return <EditComposer key={composed.message.message} {...{ id, area, keys, ...composed }} />;
  return (
    <NewMessage
      {...{ id, area, keys }}
      isFocused={isFocused || wasEditing}
      answered={composed?.message ?? null}
    />
  );
}
