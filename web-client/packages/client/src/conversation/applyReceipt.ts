import type { ChatState, Receipt } from './ChatState';
import { keepPendingFrame } from './keepPendingFrame';
import { raiseWatermark } from './raiseWatermark';
import { replaceConversation } from './replaceConversation';

export function applyReceipt(state: ChatState, receipt: Receipt): ChatState {
  const conversation = state.conversations[receipt.conversation];
  if (!conversation) return keepPendingFrame(state, receipt);
  const reached = receipt.kind === 'read' ? { readUpTo: receipt.upTo } : { deliveredUpTo: receipt.upTo };
  const watermarks = raiseWatermark(conversation.watermarks, receipt.member, reached);
  return watermarks === conversation.watermarks
    ? state
    : replaceConversation(state, { ...conversation, watermarks });
}
