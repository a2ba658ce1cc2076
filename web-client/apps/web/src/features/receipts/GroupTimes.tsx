import type { MemberReceipt } from '@parley/protocol/types';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { exactTime } from '@/shared/time/format';
import { useWords } from '@/shared/words/useWords';
import css from './MessageTimes.module.css';

/** By how many of a group a message was read, and by whom; then whom it has reached, and whom not yet. */
export function GroupTimes({ receipts }: { receipts: readonly MemberReceipt[] }) {
  const words = useWords();
  const of = receipts.length;
  const read = receipts.filter(({ readAt }) => readAt);
  const delivered = receipts.filter(({ readAt, deliveredAt }) => !readAt && deliveredAt);
  const waiting = receipts.filter(({ readAt, deliveredAt }) => !readAt && !deliveredAt);
  return (
    <>
      <Step says={words('receipts.read.of', { count: read.length, of })} who={read} at="readAt" />
      {delivered.length > 0 ? (
        <Step says={words('receipts.only-delivered')} who={delivered} at="deliveredAt" />
      ) : null}
      {waiting.length > 0 ? <Step says={words('receipts.not-yet')} who={waiting} at="readAt" /> : null}
    </>
  );
}

interface StepProps {
  says: string;
  who: readonly MemberReceipt[];
  at: 'readAt' | 'deliveredAt';
}

function Step({ says, who, at }: StepProps) {
  const people = useChat((state) => state.people);
  return (
    <div className={css.row}>
      <dt>{says}</dt>
      {who.map((receipt) => {
        const time = receipt[at];
        return (
          <dd key={receipt.member} className={css.member}>
            <bdi>{nameOf(people[receipt.member])}</bdi>
            {time ? <time dateTime={time}>{exactTime(time)}</time> : null}
          </dd>
        );
      })}
    </div>
  );
}
