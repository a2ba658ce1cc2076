import type { Suggestion } from '@/shared/feature/Feature';
import { Avatar } from '@/shared/ui/Avatar';
import { useWords } from '@/shared/words/useWords';
import css from './Suggestions.module.css';

interface SuggestionsProps {
  /** The list's id, from which those of its entries are made. */
  id: string;
  suggestions: readonly Suggestion[];
  chosen: number;
  take(suggestion: Suggestion): void;
}

/** What may be meant, above what is being typed. The focus stays there. */
export function Suggestions({ id, suggestions, chosen, take }: SuggestionsProps) {
  const words = useWords();
  return (
    <div role="listbox" id={id} className={css.list} aria-label={words('thread.suggestions')}>
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field has the focus and the keys.
        <div
          key={suggestion.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          className={css.suggestion}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(suggestion)}
        >
          {suggestion.user ? <Avatar user={suggestion.user} name={suggestion.name} size={26} /> : null}
          {suggestion.sign ? <span aria-hidden="true">{suggestion.sign}</span> : null}
          <bdi className={css.name}>{suggestion.name}</bdi>
          {suggestion.hint ? <bdi className={css.hint}>{suggestion.hint}</bdi> : null}
        </div>
      ))}
    </div>
  );
}
