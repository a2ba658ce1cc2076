import type { Conversation } from '@parley/client/conversation/ChatState';
import { leads, roleOf } from '@parley/client/conversation/roles';
import type { ReportItem } from '@parley/protocol/types';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useChat } from '@/shared/sync/useChat';
import { fetchReports } from './api/reports';

const NONE: readonly ReportItem[] = [];

export const reportsOf = (group: string) => ['reports', group] as const;

/** What members of a group report, for those who lead it; asked for anew when that was changed. */
export function useReports(group: Conversation): readonly ReportItem[] {
  const { conversation, kind, closed } = group;
  const me = useChat((state) => state.me);
  const heard = useChat((state) => {
    let newest = 0;
    for (const [stream, position] of Object.entries(state.heard)) {
      if (stream.startsWith(`report/${conversation}/`)) newest = Math.max(newest, position);
    }
    return newest;
  });
  const { data } = useQuery({
    queryKey: [...reportsOf(conversation), heard],
    queryFn: () => fetchReports(conversation, heard || undefined),
    enabled: kind === 'group' && !closed && leads(roleOf(group, me)),
    placeholderData: keepPreviousData,
  });
  return data?.items ?? NONE;
}
