import { asking } from '@/shared/sync/asking';
import { fetchMe } from './api/fetchMe';

/** What Parley knows of this person. */
export const me = asking(fetchMe, (state) => state.heard[`account/${state.me}`]);

export const useMe = me.useAsked;
