import { leads, roleOf } from '@parley/client/conversation/roles';
import { Maximize2, Minimize2, X } from 'lucide-react';
import { useState } from 'react';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { useNow } from '@/shared/time/useNow';
import { CutName } from '@/shared/ui/CutName';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import panelCss from './CallPanel.module.css';
import css from './GroupCall.module.css';
import { GroupCallComings } from './GroupCallComings';
import { GroupCallControls } from './GroupCallControls';
import type { GroupCalls } from './GroupCalls';
import type { GroupCall } from './GroupCallsState';
import { lasted } from './lasted';
import { Tiles } from './Tiles';
import { Voices } from './Voices';

/** The call of a group: small in a corner or over everything, wherever this person goes. */
export function GroupCallPanel({ call, groups }: { call: GroupCall; groups: GroupCalls }) {
  const words = useWords();
  const now = useNow(1_000);
  const [isLarge, setLarge] = useState(true);
  const name = useChat(({ conversations }) => conversations[call.conversation]?.name ?? call.name);
  const mayEnd = useChat(({ conversations, me }) => {
    const conversation = conversations[call.conversation];
    return conversation !== undefined && leads(roleOf(conversation, me));
  });
  const isOver = call.step === 'ended';
  const isGoing = call.connected && !isOver;
  return (
    <section
      aria-label={words('calls.group.panel', { name })}
      className={`${panelCss.panel} ${isLarge && !isOver ? panelCss.large : panelCss.small}`}
    >
      <header className={panelCss.head}>
        <div className={panelCss.who}>
          <p className={panelCss.name}>
            <CutName>{name}</CutName>
          </p>
          <p className={panelCss.status}>
            {isGoing ? (
              <>
                <span>{words('calls.group.people', { count: call.feeds.length + 1 })}</span>
                <span className={panelCss.time}>
                  {lasted(Math.max(0, Math.floor((now.getTime() - call.since) / 1_000)))}
                </span>
              </>
            ) : null}
            <span role="status">
              {isOver ? words('calls.ended.call') : isGoing ? '' : words('calls.connecting')}
            </span>
          </p>
          {isOver ? null : <GroupCallComings call={call} />}
        </div>
        {isOver ? (
          <IconButton icon={X} label={words('ui.close')} onPress={() => groups.dismiss()} />
        ) : (
          <IconButton
            icon={isLarge ? Minimize2 : Maximize2}
            label={words(isLarge ? 'calls.smaller' : 'calls.larger')}
            onPress={() => setLarge(!isLarge)}
          />
        )}
      </header>
      {call.problem ? (
        <p role="alert" className={panelCss.problem}>
          {words('calls.group.problem', { reason: problemWords(call.problem) })}
        </p>
      ) : null}
      {call.unanswered && !isOver ? (
        <p role="alert" className={panelCss.problem}>
          {words('calls.group.unanswered')}
        </p>
      ) : null}
      {isOver ? null : (
        <>
          {(['microphone', 'camera'] as const).map((source) => {
            const lack = call.lacks[source];
            return lack ? (
              <p key={source} role="alert" className={panelCss.problem}>
                {words(`calls.no-${source}.${lack}`)}
              </p>
            ) : null;
          })}
          <div className={css.room}>
            <Tiles call={call} groups={groups} isLarge={isLarge} />
          </div>
          <Voices call={call} />
          <GroupCallControls call={call} groups={groups} mayEnd={mayEnd} />
        </>
      )}
    </section>
  );
}
