import { authorized } from '@/shared/session/authorized';

export interface MemberReceipt {
  member: string;
  deliveredAt: string | null;
  readAt: string | null;
}

export async function fetchReceipts(conversation: string, number: number): Promise<MemberReceipt[]> {
  const { receipts } = await authorized<{ receipts: MemberReceipt[] }>(
    `/conversations/${conversation}/messages/${number}/receipts`,
  );
  return receipts;
}
