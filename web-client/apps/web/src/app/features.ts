import { account } from '@/features/account/account';
import { admissions } from '@/features/admissions/admissions';
import { attachments } from '@/features/attachments/attachments';
import { blocks } from '@/features/blocks/blocks';
import { calls } from '@/features/calls/calls';
import { connection } from '@/features/connection/connection';
import { conversations } from '@/features/conversations/conversations';
import { deletion } from '@/features/deletion/deletion';
import { editing } from '@/features/editing/editing';
import { emoji } from '@/features/emoji/emoji';
import { forwarding } from '@/features/forwarding/forwarding';
import { friends } from '@/features/friends/friends';
import { groups } from '@/features/groups/groups';
import { links } from '@/features/links/links';
import { media } from '@/features/media/media';
import { mentions } from '@/features/mentions/mentions';
import { moderation } from '@/features/moderation/moderation';
import { news } from '@/features/news/news';
import { people } from '@/features/people/people';
import { pins } from '@/features/pins/pins';
import { reactions } from '@/features/reactions/reactions';
import { receipts } from '@/features/receipts/receipts';
import { replying } from '@/features/replying/replying';
import { saved } from '@/features/saved/saved';
import { sessions } from '@/features/sessions/sessions';
import { shortcuts } from '@/features/shortcuts/shortcuts';
import { thread } from '@/features/thread/threadFeature';
import { threads } from '@/features/threads/threads';
import { voice } from '@/features/voice/voice';
import type { Feature } from '@/shared/feature/Feature';
import { arrivals } from './arrivals';

/** Everything the application can do. Their order is that of menus, and of what stands side by side. */
export const features: readonly Feature[] = [
  connection,
  conversations,
  groups,
  admissions,
  reactions,
  replying,
  threads,
  thread,
  calls,
  editing,
  forwarding,
  saved,
  pins,
  media,
  mentions,
  attachments,
  voice,
  emoji,
  receipts,
  deletion,
  moderation,
  people,
  friends,
  blocks,
  account,
  sessions,
  shortcuts,
  arrivals,
  news,
  links,
];
