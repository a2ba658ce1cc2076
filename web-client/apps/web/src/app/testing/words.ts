import { restoreLanguage } from '@/shared/words/words';

// Tests read English, which is what their browser asks for.
await restoreLanguage();
