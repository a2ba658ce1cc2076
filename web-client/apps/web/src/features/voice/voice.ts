import { Mic } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** Whether this browser records. */
const records = () => typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined;

/** What is said instead of written. */
export const voice: Feature = {
  composerActions: records()
    ? [
        {
          id: 'voice',
          icon: Mic,
          label: (words) => words('voice.record'),
          onlyNew: true,
          holds: true,
          Panel: lazily(async () => (await import('./VoicePanel')).VoicePanel),
        },
      ]
    : [],
};
