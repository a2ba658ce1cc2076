/** The words of one language, compiled from the catalogues by build/words. */
declare module 'virtual:words/*' {
  import type { LocalizedString } from '@internationalized/string';

  export const strings: Record<string, LocalizedString>;
}
