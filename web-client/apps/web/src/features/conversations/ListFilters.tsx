import { useWords } from '@/shared/words/useWords';
import css from './ListFilters.module.css';
import { LIST_FILTERS, type ListFilter } from './listFilters';

interface ListFiltersProps {
  chosen: ListFilter;
  choose(filter: ListFilter): void;
  /** How many are put away: with none there is no archive to look into. */
  archived: number;
}

export function ListFilters({ chosen, choose, archived }: ListFiltersProps) {
  const words = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div role="group" className={css.filters} aria-label={words('conversations.filter')}>
      {LIST_FILTERS.filter((filter) => filter !== 'archive' || archived > 0 || chosen === 'archive').map(
        (filter) => (
          <button
            key={filter}
            type="button"
            className={css.filter}
            aria-pressed={filter === chosen}
            onClick={() => choose(filter)}
          >
            {filter === 'all'
              ? words('conversations.filter.all')
              : filter === 'unread'
                ? words('conversations.filter.unread')
                : filter === 'favourites'
                  ? words('conversations.filter.favourites')
                  : filter === 'groups'
                    ? words('conversations.filter.groups')
                    : words('conversations.filter.archive', { count: archived })}
          </button>
        ),
      )}
    </div>
  );
}
