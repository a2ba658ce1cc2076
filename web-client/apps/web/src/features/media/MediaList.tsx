import { useEffect, useState } from 'react';
import { Virtuoso } from 'react-virtuoso';
import type { ConversationPanelProps } from '@/shared/feature/Feature';
import { useChat } from '@/shared/sync/useChat';
import { Button } from '@/shared/ui/Button';
import { Choice } from '@/shared/ui/Choice';
import { Loading } from '@/shared/ui/Loading';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import css from './Media.module.css';
import { SharedFiles } from './SharedFiles';
import { SharedItem } from './SharedItem';
import { SharedLink } from './SharedLink';
import { useMedia } from './useMedia';

type Kind = 'images' | 'files' | 'links';

/** As many are looked for before somebody has to scroll for more. */
const FULL = 12;

/** What was sent in a conversation, newest first; each leads to where it was said too. */
export function MediaList({ conversation: { conversation }, done }: ConversationPanelProps) {
  const words = useWords();
  const [kind, setKind] = useState<Kind>('images');
  const { data, isFetching, isError, hasNextPage, fetchNextPage } = useMedia(conversation, kind);
  const deleted = useChat((state) => state.conversations[conversation]?.deleted);
  const found = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ message }) => !deleted?.includes(message));
  const more = hasNextPage && !isFetching && !isError;
  // A page may be empty though there are more behind it.
  const wanting = more && found.length < FULL;
  useEffect(() => {
    if (wanting) void fetchNextPage({ cancelRefetch: false });
  }, [wanting, fetchNextPage]);
  return (
    <ModalDialog title={words('media.title')} isOpen onOpenChange={done}>
      {() => (
        <>
          <Choice<Kind>
            label={words('media.kind')}
            value={kind}
            options={[
              ['images', words('media.images')],
              ['files', words('media.files')],
              ['links', words('media.links')],
            ]}
            choose={setKind}
          />
          {found.length > 0 ? (
            <div className={css.list}>
              <Virtuoso
                data={found}
                computeItemKey={(_, { message }) => message}
                endReached={() => {
                  if (more) void fetchNextPage({ cancelRefetch: false });
                }}
                itemContent={(_, message) => (
                  <SharedItem conversation={conversation} message={message} close={done}>
                    {kind === 'links' ? (
                      <SharedLink conversation={conversation} message={message} />
                    ) : (
                      <SharedFiles conversation={conversation} message={message} />
                    )}
                  </SharedItem>
                )}
              />
            </div>
          ) : null}
          {isFetching ? <Loading>{words('media.loading')}</Loading> : null}
          {isError ? (
            <p role="alert" className={css.none}>
              {words('media.failed')}{' '}
              <Button onPress={() => void fetchNextPage({ cancelRefetch: false })}>
                {words('media.again')}
              </Button>
            </p>
          ) : null}
          {found.length === 0 && !isFetching && !isError && !hasNextPage ? (
            <p className={css.none}>{words('media.none')}</p>
          ) : null}
        </>
      )}
    </ModalDialog>
  );
}
