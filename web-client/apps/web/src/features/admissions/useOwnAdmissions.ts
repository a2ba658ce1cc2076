import type { OwnAdmission } from '@parley/protocol/types';
import { asking } from '@/shared/sync/asking';
import { useChat } from '@/shared/sync/useChat';
import { fetchOwnAdmissions } from './api/admissions';
import { heardOfAdmissions } from './heardOfAdmissions';

export const ownAdmissions = asking(fetchOwnAdmissions, (state) => heardOfAdmissions(state));

const NONE: readonly OwnAdmission[] = [];

/** The groups one is invited to or asks to join, without those one has come into. */
export function useOwnAdmissions(): readonly OwnAdmission[] {
  const items = ownAdmissions.useAsked().data?.items ?? NONE;
  const conversations = useChat((state) => state.conversations);
  return items.filter(({ conversation }) => !conversations[conversation]);
}
