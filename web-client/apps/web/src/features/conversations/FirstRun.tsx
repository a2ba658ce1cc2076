import { AtSign, Check, Link, MessageCirclePlus } from 'lucide-react';
import { useFeatures } from '@/shared/feature/useFeatures';
import { invitationOf } from '@/shared/routing/route';
import { useCopied } from '@/shared/text/useCopied';
import { Button } from '@/shared/ui/Button';
import { Mark } from '@/shared/ui/Mark';
import { useWords } from '@/shared/words/useWords';
import css from './FirstRun.module.css';
import { useNewConversation } from './useNewConversation';

/** What someone sees who has not talked to anyone yet: how to begin, and how others find them. */
export function FirstRun({ username }: { username: string }) {
  const words = useWords();
  const { begin, dialog } = useNewConversation();
  const { copied, copy } = useCopied(`@${username}`);
  const steps = useFeatures('firstSteps');
  const link = useCopied(invitationOf(username));
  return (
    <div className={css.first}>
      <Mark size={72} />
      <h2 className={css.title}>{words('conversations.first')}</h2>
      <p>{words('conversations.first.how')}</p>
      <div className={css.ways}>
        <Button aria-haspopup="dialog" onPress={begin}>
          <MessageCirclePlus size={20} aria-hidden="true" />
          {words('conversations.first.start')}
        </Button>
        <Button look="quiet" onPress={copy}>
          {copied ? <Check size={20} aria-hidden="true" /> : <AtSign size={20} aria-hidden="true" />}
          {copied ? words('conversations.first.copied') : words('conversations.first.copy')}
        </Button>
        <Button look="quiet" onPress={link.copy}>
          {link.copied ? <Check size={20} aria-hidden="true" /> : <Link size={20} aria-hidden="true" />}
          {link.copied ? words('conversations.first.copied') : words('conversations.first.copy-link')}
        </Button>
        {steps.map((Step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what features add is the same as long as the page is.
          <Step key={index} />
        ))}
      </div>
      <p className={css.name}>{words('conversations.first.name', { username })}</p>
      <p role="status" className={css.unseen}>
        {copied || link.copied ? words('conversations.first.copied') : ''}
      </p>
      {dialog}
    </div>
  );
}
