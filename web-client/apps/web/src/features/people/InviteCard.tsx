import { Check, Link } from 'lucide-react';
import { invitationOf } from '@/shared/routing/route';
import { useOwnUsername } from '@/shared/sync/useOwnUsername';
import { useCopied } from '@/shared/text/useCopied';
import { Button } from '@/shared/ui/Button';
import { useWords } from '@/shared/words/useWords';
import css from './InviteCard.module.css';

/** A link to one's own profile, to be passed on. */
export function InviteCard() {
  const words = useWords();
  const link = invitationOf(useOwnUsername());
  const { copied, copy } = useCopied(link);
  return (
    <section className={css.card} aria-labelledby="invite">
      <h2 id="invite">{words('people.invite')}</h2>
      <p>{words('people.invite.what')}</p>
      <p className={css.link} dir="ltr">
        {link}
      </p>
      <div>
        <Button look="quiet" onPress={copy}>
          {copied ? <Check size={18} aria-hidden="true" /> : <Link size={18} aria-hidden="true" />}
          {copied ? words('people.invite.copied') : words('people.invite.copy')}
        </Button>
      </div>
    </section>
  );
}
