import type { Conversation } from '@parley/client/conversation/ChatState';
import { leads, roleOf } from '@parley/client/conversation/roles';
import type { Applicant } from '@parley/protocol/types';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useChat } from '@/shared/sync/useChat';
import { fetchApplicants } from './api/admissions';
import { heardOfAdmissions } from './heardOfAdmissions';

const NONE: readonly Applicant[] = [];

export const applicantsOf = (group: string) => ['applicants', group] as const;

/** Who asks to join a group or is invited, for those who lead it; asked for anew when that was changed. */
export function useApplicants(group: Conversation): readonly Applicant[] {
  const { conversation, kind, closed, members } = group;
  const me = useChat((state) => state.me);
  const heard = useChat((state) => heardOfAdmissions(state, conversation));
  const { data } = useQuery({
    queryKey: [...applicantsOf(conversation), heard ?? 0],
    queryFn: () => fetchApplicants(conversation, heard),
    enabled: kind === 'group' && !closed && leads(roleOf(group, me)),
    placeholderData: keepPreviousData,
  });
  const items = data?.items ?? NONE;
  return items.filter(({ person }) => !members.includes(person.user));
}
