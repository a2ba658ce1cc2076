import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import css from './GroupCall.module.css';
import type { GroupCalls } from './GroupCalls';
import type { GroupCall } from './GroupCallsState';
import { Picture } from './Picture';
import { Tile } from './Tile';
import { IN_VIEW, inView, onStage } from './wishes';

interface TilesProps {
  call: GroupCall;
  groups: GroupCalls;
  isLarge: boolean;
}

/** Everybody in a grid; or one of them large, or their screen, with the others beside. */
export function Tiles({ call, groups, isLarge }: TilesProps) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const stage = onStage(call);
  const seen = inView(call).filter(({ feed }) => feed !== stage?.feed);
  const screen = stage && call.received[stage.feed]?.screen;
  const more = call.feeds.length - IN_VIEW;
  const own = {
    feed: 'own',
    user: me,
    microphone: !call.muted && call.own.microphone !== null,
    camera: call.own.camera !== null,
    screen: call.own.screen !== null,
    hand: call.hand,
  };
  const tile = (each: typeof own, isStage = false) => (
    <Tile
      key={each.feed}
      feed={each}
      camera={each === own ? call.own.camera : (call.received[each.feed]?.camera ?? null)}
      isOwn={each === own}
      isStage={isStage}
      talks={call.talking.includes(each.feed)}
      pin={each === own ? null : () => groups.pin(call.pinned === each.feed ? null : each.feed)}
      isPinned={call.pinned === each.feed}
    />
  );
  return (
    <div className={stage && isLarge ? css.staged : css.all}>
      {stage && isLarge ? (
        <div className={css.stage}>
          {screen && stage.screen ? <Screen track={screen} user={stage.user} /> : tile(stage, true)}
        </div>
      ) : null}
      <ul
        className={css.grid}
        aria-label={words('calls.group.everybody')}
        data-many={seen.length + 1 > 4 || undefined}
      >
        {stage && (!isLarge || (screen && stage.screen)) ? tile(stage) : null}
        {seen.map((each) => tile(each))}
        {tile(own)}
        {more > 0 ? <li className={css.more}>{words('calls.group.more', { count: more })}</li> : null}
      </ul>
    </div>
  );
}

function Screen({ track, user }: { track: MediaStreamTrack; user: string }) {
  const words = useWords();
  const name = useChat(({ people }) => people[user]?.displayName ?? '');
  return <Picture track={track} label={words('calls.screen-of', { name })} className={css.screen} />;
}
