import type { MemberReceipt } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

export async function fetchReceipts(conversation: string, number: number): Promise<MemberReceipt[]> {
  const path = `/conversations/${conversation}/messages/${number}/receipts`;
  const { receipts } = await session.call('MessageReceipts', path);
  return receipts;
}
