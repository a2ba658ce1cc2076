import type { Feature } from '@/shared/feature/Feature';
import { ConnectionNotice } from './ConnectionNotice';

/** Says how it is with the connection. */
export const connection: Feature = { strips: [ConnectionNotice] };
