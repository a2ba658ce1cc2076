import { Camera, Paperclip } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import type { Words } from '@/shared/words/words';

/** Whether there is a camera to be held in the hand. */
const isPhone = () => window.matchMedia?.('(hover: none) and (pointer: coarse)').matches ?? false;

/** Files are sent with messages: chosen, dropped or pasted, and shown with what is written. */
export const attachments: Feature = {
  composerActions: [
    {
      id: 'attach',
      icon: Paperclip,
      label: (words) => words('attachments.attach'),
      onlyNew: true,
      Panel: lazily(async () => (await import('./ChooseFiles')).ChooseFiles),
    },
    ...(isPhone()
      ? [
          {
            id: 'camera',
            icon: Camera,
            label: (words: Words) => words('attachments.camera'),
            onlyNew: true,
            Panel: lazily(async () => (await import('./ChooseFiles')).TakePicture),
          },
        ]
      : []),
  ],
  aboveComposer: [lazily(async () => (await import('./Tray')).Tray)],
  aboveWords: [lazily(async () => (await import('./Attached')).Attached)],
};
