import type { Conversation } from '@parley/client/conversation/ChatState';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import css from './Moderation.module.css';
import { ReportRow } from './ReportRow';
import { useReports } from './useReports';

interface ReportsProps {
  conversation: Conversation;
  close(): void;
}

/** What members of a group report, and what can be done about it. */
export function Reports({ conversation, close }: ReportsProps) {
  const words = useWords();
  const items = useReports(conversation);
  return (
    <ModalDialog title={words('moderation.reports')} isOpen onOpenChange={close}>
      {() =>
        items.length === 0 ? (
          <p>{words('moderation.reports.none')}</p>
        ) : (
          <ul className={css.list} aria-label={words('moderation.reports')}>
            {items.map((item) => (
              <ReportRow key={item.report} group={conversation} item={item} close={close} />
            ))}
          </ul>
        )
      }
    </ModalDialog>
  );
}
