import type { MessagePanelProps } from '@/shared/feature/Feature';
import { MessageText } from '@/shared/markup/MessageText';
import { problemWords } from '@/shared/problem/problemWords';
import { exactTime } from '@/shared/time/format';
import { Loading } from '@/shared/ui/Loading';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import { useVersions } from './useVersions';
import css from './VersionsPanel.module.css';

export function VersionsPanel({ conversation, message, done }: MessagePanelProps) {
  const words = useWords();
  const versions = useVersions(conversation.conversation, message);
  return (
    <ModalDialog title={words('editing.versions')} isOpen onOpenChange={done}>
      {() => (
        <>
          {versions.isPending ? <Loading>{words('editing.versions.reading')}</Loading> : null}
          {versions.isError ? <p role="alert">{problemWords(versions.error)}</p> : null}
          <ol className={css.versions}>
            {versions.data?.map(({ sequence, text, at }) => (
              <li key={sequence} className={css.version}>
                <p className={css.at}>
                  {sequence === message.sequence ? `${words('editing.original')} · ` : null}
                  <time dateTime={at}>{exactTime(at)}</time>
                </p>
                <MessageText text={text} />
              </li>
            ))}
          </ol>
        </>
      )}
    </ModalDialog>
  );
}
