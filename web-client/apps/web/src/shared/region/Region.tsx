import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { go } from '@/shared/routing/route';
import { useRoute } from '@/shared/routing/useRoute';
import { Button } from '@/shared/ui/Button';
import { useWords } from '@/shared/words/useWords';
import css from './Region.module.css';

/** A part of the page that may fail by itself: the others stay, and there is a way back. */
export function Region({ children }: { children: ReactNode }) {
  const route = useRoute();
  return (
    <ErrorBoundary
      resetKeys={[route]}
      fallbackRender={({ resetErrorBoundary }) => <Failed again={resetErrorBoundary} />}
    >
      {children}
    </ErrorBoundary>
  );
}

function Failed({ again }: { again(): void }) {
  const words = useWords();
  return (
    <div role="alert" className={css.failed}>
      <p>{words('ui.region-failed')}</p>
      <Button onPress={again}>{words('ui.try-again')}</Button>
      <Button look="quiet" onPress={() => go({ page: 'conversations' })}>
        {words('ui.back')}
      </Button>
    </div>
  );
}
