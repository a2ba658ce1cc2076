import { useEffect, useRef } from 'react';
import type { ComposerPanelProps } from '@/shared/feature/Feature';
import css from './Attachments.module.css';
import { attach } from './attach';

/** Asks for files as the device does. */
export function ChooseFiles(props: ComposerPanelProps) {
  return <Chooser {...props} />;
}

/** Asks for a picture from the camera. */
export function TakePicture(props: ComposerPanelProps) {
  return <Chooser {...props} accept="image/*" capture="environment" />;
}

function Chooser({
  conversation,
  done,
  ...asked
}: ComposerPanelProps & { accept?: string; capture?: 'environment' }) {
  const input = useRef<HTMLInputElement>(null);
  const { accept, capture } = asked;
  useEffect(() => input.current?.click(), []);
  return (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      className={css.input}
      accept={accept}
      capture={capture}
      onChange={({ target }) => {
        void attach(conversation, [...(target.files ?? [])]);
        done();
      }}
      onInput={(event) => event.stopPropagation()}
    />
  );
}
