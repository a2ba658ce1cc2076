import { useWords } from '@/shared/words/useWords';
import css from './ListFilters.module.css';
import { LIST_FILTERS, type ListFilter } from './listFilters';

interface ListFiltersProps {
  chosen: ListFilter;
  choose(filter: ListFilter): void;
  /** How many are put away: with none there is no archive to look into. */
  archived: number;
  /** How many ask whether they may write. */
  requests: number;
}

export function ListFilters({ chosen, choose, archived, requests }: ListFiltersProps) {
  const words = useWords();
  const counts: Partial<Record<ListFilter, number>> = { archive: archived, requests };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div role="group" className={css.filters} aria-label={words('conversations.filter')}>
      {LIST_FILTERS.filter((filter) => filter === chosen || (counts[filter] ?? 1) > 0).map((filter) => (
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
                  : filter === 'requests'
                    ? words('conversations.filter.requests', { count: requests })
                    : words('conversations.filter.archive', { count: archived })}
        </button>
      ))}
    </div>
  );
}
