import type { FoundPerson } from '@parley/protocol/types';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { listed } from '@/shared/words/words';

interface AskedPeopleProps {
  people: readonly FoundPerson[];
  done(): void;
}

/** Says who was not added but asked. */
export function AskedPeople({ people, done }: AskedPeopleProps) {
  const words = useWords();
  const names = listed(people.map(({ displayName }) => displayName));
  return (
    <>
      <Notice look="remark">{words('groups.asked', { names, count: people.length })}</Notice>
      <Button onPress={done}>{words('groups.asked.done')}</Button>
    </>
  );
}
