import { IndexedDbStorage } from './IndexedDbStorage';

/** What this browser keeps. */
export const deviceStorage = new IndexedDbStorage('parley');
