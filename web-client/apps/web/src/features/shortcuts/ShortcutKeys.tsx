import { useMemo, useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import type { Shortcut } from '@/shared/shortcuts/Shortcut';
import { useShortcutKeys } from '@/shared/shortcuts/useShortcutKeys';
import { useShortcuts } from '@/shared/shortcuts/useShortcuts';

const ShortcutSheet = lazily(async () => (await import('./ShortcutSheet')).ShortcutSheet);

/** Offers every shortcut there is, and the sheet that lists them. */
export function ShortcutKeys() {
  const [isOpen, setOpen] = useState(false);
  useShortcutKeys();
  useShortcuts(
    useMemo(
      (): Shortcut[] => [
        { id: 'help', keys: ['?'], meaning: (words) => words('shortcuts.help'), run: () => setOpen(true) },
      ],
      [],
    ),
  );
  return isOpen ? <ShortcutSheet close={() => setOpen(false)} /> : null;
}
