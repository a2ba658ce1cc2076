import { authorized } from '@parley/client/session/authorized';
import type { MemberReceipt } from '@parley/protocol/types';

export async function fetchReceipts(conversation: string, number: number): Promise<MemberReceipt[]> {
  const path = `/conversations/${conversation}/messages/${number}/receipts`;
  const { receipts } = await authorized('MessageReceipts', path);
  return receipts;
}
