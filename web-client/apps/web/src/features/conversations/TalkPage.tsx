import { useEffect, useRef } from 'react';
import type { PageProps } from '@/shared/feature/Feature';
import { problemWords } from '@/shared/problem/problemWords';
import { DetailPage } from '@/shared/ui/DetailPage';
import { Loading } from '@/shared/ui/Loading';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { useStartDirect } from './useStartDirect';

/** Begins, or finds, the conversation with who stands in the address, and goes there. */
export function TalkPage({ of = '' }: PageProps) {
  const words = useWords();
  const { mutate, error } = useStartDirect(() => {});
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    mutate(of);
  }, [mutate, of]);
  return (
    <DetailPage title={`@${of}`}>
      {error ? (
        <Notice look="problem">{problemWords(error)}</Notice>
      ) : (
        <Loading>{words('conversations.new.starting')}</Loading>
      )}
    </DetailPage>
  );
}
