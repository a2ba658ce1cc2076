import type { JoinLinkPreview } from '@parley/protocol/types';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemWords } from '@/shared/problem/problemWords';
import { Face } from '@/shared/ui/Face';
import { Loading } from '@/shared/ui/Loading';
import { Notice } from '@/shared/ui/Notice';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import { previewJoinLink } from './api/joinLinks';
import css from './Groups.module.css';

/** Where a link leads: the group's name, what it is for, and how many are in it. What can be done about it stands below. */
export function JoinInvitation({
  code,
  children,
}: {
  code: string;
  children(preview: JoinLinkPreview): ReactNode;
}) {
  const words = useWords();
  const { data, error, isPending } = useQuery({
    queryKey: ['join-link', code],
    queryFn: () => previewJoinLink(code),
    retry: false,
  });
  return (
    <>
      {isPending ? <Loading>{words('groups.join.asking')}</Loading> : null}
      {error ? <Notice look="problem">{problemWords(error)}</Notice> : null}
      {data ? (
        <>
          <div className={css.group}>
            <Face
              user={data.name}
              name={data.name}
              size={64}
              picture={data.picture && `/api/join-links/${code}/picture?${data.picture}`}
            />
            <div className={rows.names}>
              <bdi className={css.title}>{data.name}</bdi>
              <span className={rows.username}>{words('groups.members', { count: data.members })}</span>
            </div>
          </div>
          {data.about ? <p className={css.about}>{data.about}</p> : null}
          {data.approval ? <p>{words('groups.join.approval')}</p> : null}
          {children(data)}
        </>
      ) : null}
    </>
  );
}
