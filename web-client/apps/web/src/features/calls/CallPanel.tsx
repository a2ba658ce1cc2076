import { Maximize2, Minimize2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { nameOf } from '@/shared/person/nameOf';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { Avatar } from '@/shared/ui/Avatar';
import { CutName } from '@/shared/ui/CutName';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { CallControls } from './CallControls';
import css from './CallPanel.module.css';
import { CallPictures } from './CallPictures';
import { CallStatus } from './CallStatus';
import type { OwnCall } from './CallsState';
import { Sound } from './Sound';
import type { TabCalls } from './TabCalls';

/** The call this tab is in. It stays wherever this person goes, small in a corner or over everything. */
export function CallPanel({ call, calls }: { call: OwnCall; calls: TabCalls }) {
  const words = useWords();
  const panel = useRef<HTMLElement>(null);
  const [isLarge, setLarge] = useState(call.video);
  const { lacks, theirs, their, held } = useStore(call.talk.store);
  const other = useChat(
    ({ conversations, me }) =>
      conversations[call.conversation]?.members.find((member) => member !== me) ?? '',
  );
  const name = useChat(({ people }) => nameOf(people[other]));
  const isOver = call.step === 'ended';
  return (
    <section
      ref={panel}
      aria-label={words('calls.panel', { name })}
      className={`${css.panel} ${isLarge && !isOver ? css.large : css.small}`}
    >
      <header className={css.head}>
        <Avatar user={other} name={name} size={36} />
        <div className={css.who}>
          <p className={css.name}>
            <CutName>{name}</CutName>
          </p>
          <CallStatus call={call} name={name} />
        </div>
        {isOver ? (
          <IconButton icon={X} label={words('ui.close')} onPress={() => calls.dismiss()} />
        ) : (
          <IconButton
            icon={isLarge ? Minimize2 : Maximize2}
            label={words(isLarge ? 'calls.smaller' : 'calls.larger')}
            onPress={() => setLarge(!isLarge)}
          />
        )}
      </header>
      {call.problem ? (
        <p role="alert" className={css.problem}>
          {words('calls.not-started', { reason: problemWords(call.problem) })}
        </p>
      ) : null}
      {lacks.microphone && !isOver ? (
        <p role="alert" className={css.problem}>
          {words(`calls.no-microphone.${lacks.microphone}`)}
        </p>
      ) : null}
      {lacks.camera && !isOver ? (
        <p role="alert" className={css.problem}>
          {words(`calls.no-camera.${lacks.camera}`)}
        </p>
      ) : null}
      {isOver ? null : (
        <>
          <CallPictures talk={call.talk} other={other} name={name} isLarge={isLarge} />
          <Sound track={their.held ? null : theirs.microphone} isHeld={held} />
          <CallControls call={call} calls={calls} panel={panel} isLarge={isLarge} />
        </>
      )}
    </section>
  );
}
