import type { MemberReceipt } from '@/shared/contract/types';
import { authorized } from '@/shared/session/authorized';

export async function fetchReceipts(conversation: string, number: number): Promise<MemberReceipt[]> {
  const path = `/conversations/${conversation}/messages/${number}/receipts`;
  const { receipts } = await authorized('MessageReceipts', path);
  return receipts;
}
