import { is } from '@parley/protocol/is';
import type {
  ConversationArrangedElsewhereFrame,
  ConversationView,
  EventFrame,
  KnownAboutView,
  MessagesHiddenElsewhereFrame,
  MessageView,
  PinnedMessage,
  ReceiptFrame,
} from '@parley/protocol/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ALICE,
  authorOf,
  BOB,
  deletionAt,
  editAt,
  eventAt,
  pinAt,
  reactionsAt,
  summaryAt,
  TALK,
  timeOf,
} from '../testing/log';
import { applyElsewhere } from './applyElsewhere';
import { applyErased } from './applyErased';
import { applyEvent } from './applyEvent';
import { applyHistory, type HistoryPage } from './applyHistory';
import { applyReceipt } from './applyReceipt';
import { applySummary } from './applySummary';
import { type ChatState, emptyChat } from './ChatState';
import { unreadMentions } from './mentions';
import { missingRange } from './missingRange';
import { raiseWatermark } from './raiseWatermark';
import { unread } from './unread';

/** What is recorded, in the order of its positions. */
type Told =
  | EventFrame
  | ReceiptFrame
  | ConversationArrangedElsewhereFrame
  | MessagesHiddenElsewhereFrame
  | { type: 'erased'; account: string };

/** A conversation's story: messages, edits that mention, deletions, pins, reactions, receipts, arrangements, events of unknown names, and perhaps the end of Bob's account. */
function storyOf(choices: readonly number[], erases: boolean): Told[] {
  const story: Told[] = [{ ...eventAt(0), position: 0 }];
  const deleted = new Set<number>();
  let [sequence, last] = [0, 0];
  const record = (event: EventFrame) => story.push({ ...event, position: story.length });
  const sequences: number[] = [];
  const message = (answered = 0) => {
    const event = eventAt(++sequence);
    const number = ++last;
    const origin = sequences[answered - 1];
    const replyTo = origin === undefined ? {} : { replyTo: { number: answered, sequence: origin } };
    sequences.push(sequence);
    record({
      ...event,
      data: { ...event.data, number, message: `m${number}`, author: authorOf(number), ...replyTo },
    });
  };
  message();
  for (const choice of choices) {
    const target = 1 + (choice % last);
    const who = choice % 2 ? ALICE : BOB;
    if (choice < 50 || deleted.has(target)) message(choice % 3 ? 0 : target);
    else if (choice < 60) {
      deleted.add(target);
      record(deletionAt(++sequence, target));
    } else if (choice < 63) record(pinAt(++sequence, target, choice % 2 === 0));
    else if (choice < 68) record(reactionsAt(++sequence, target, who, `${choice}`));
    else if (choice < 75)
      record(mentioning(editAt(++sequence, target, `@alice at ${sequence}`), choice % 2 === 0));
    else if (choice < 95) {
      const kind = choice % 3 ? 'read' : 'delivered';
      const [at, position] = [timeOf(0), story.length];
      story.push({
        type: 'receipt',
        conversation: TALK,
        member: who,
        kind,
        upTo: target,
        at,
        position,
        cursor: 'k',
      });
    } else if (choice < 97) story.push(arrangedAt(story.length, choice));
    else if (choice < 99) story.push(hiddenAt(story.length, target, last));
    else record({ ...eventAt(++sequence), name: 'conversation.renamed.v1', data: {} });
  }
  if (erases) story.push({ type: 'erased', account: BOB });
  return story;
}

/** The same event, in which the text mentions Alice or nobody. */
function mentioning(event: EventFrame, doesMention: boolean): EventFrame {
  if (!doesMention || event.name !== 'conversation.message-edited.v1' || !('content' in event.data))
    return event;
  const mentions = [{ user: ALICE, from: 0, length: 6 }];
  return { ...event, data: { ...event.data, content: { ...Object(event.data.content), mentions } } };
}

function arrangedAt(position: number, choice: number): ConversationArrangedElsewhereFrame {
  return {
    type: 'event',
    stream: `arrangement/${TALK}/${ALICE}`,
    sequence: position,
    position,
    at: timeOf(0),
    name: 'arrangement.changed.v1',
    data: {
      conversation: TALK,
      member: ALICE,
      arrangement: {
        pinned: choice % 2 === 0,
        archived: position % 2 === 0,
        favourite: position % 3 === 0,
        unread: false,
      },
    },
    cursor: 'k',
  };
}

/** Alice deletes messages for herself, or shows them again. */
function hiddenAt(position: number, first: number, last: number): MessagesHiddenElsewhereFrame {
  return {
    type: 'event',
    stream: `hidden/${TALK}/${ALICE}`,
    sequence: position,
    position,
    at: timeOf(0),
    name: 'hidden.changed.v1',
    data: { conversation: TALK, member: ALICE, numbers: position % 3 ? [{ first, last }] : [] },
    cursor: 'k',
  };
}

const marksIn = ({
  data: {
    arrangement: { mutedUntil: _, news: __, ...marks },
  },
}: ConversationArrangedElsewhereFrame) => marks;

const isArranged = (told: Told): told is ConversationArrangedElsewhereFrame =>
  'stream' in told && told.name === 'arrangement.changed.v1';
const isHiding = (told: Told): told is MessagesHiddenElsewhereFrame =>
  'stream' in told && told.name === 'hidden.changed.v1';

const eventsIn = (story: readonly Told[]) =>
  story.filter(
    (told): told is EventFrame & { conversation: string } => told.type === 'event' && 'conversation' in told,
  );
const numberIn = (event: EventFrame) => ('number' in event.data ? Number(event.data.number) : 0);

const ABOUT = ['conversation.reactions-changed.v1', 'conversation.message-edited.v1'] as const;

/** What a view that has seen a part of the story answers of its messages. */
function messagesSeen(seen: readonly Told[]): MessageView[] {
  const events = eventsIn(seen);
  const erased = seen.some(({ type }) => type === 'erased');
  return events
    .filter(({ name }) => name === 'conversation.message-sent.v1')
    .map((event): MessageView => {
      const number = numberIn(event);
      const later = events.filter((each) => each.sequence > event.sequence && numberIn(each) === number);
      const deleted = later.some(({ name }) => name === 'conversation.message-deleted.v1');
      const author = authorOf(number);
      const gone = deleted ? 'deleted' : erased && author === BOB ? 'erased' : undefined;
      const said = later.filter((event): event is EventFrame & KnownAboutView => is('KnownAboutView', event));
      const newest = ABOUT.flatMap((name) =>
        [ALICE, BOB].flatMap((member) => {
          const last = said.findLast((each) => each.name === name && each.data.member === member);
          return last
            ? [erased && member === BOB ? { ...last, data: { ...last.data, content: null } } : last]
            : [];
        }),
      );
      const edit = said.findLast(({ data }) => data.content && 'text' in data.content);
      const edited = edit?.data.content && 'text' in edit.data.content ? edit.data.content : undefined;
      return {
        number,
        sequence: event.sequence,
        message: `m${number}`,
        author,
        at: event.at,
        ...('replyTo' in event.data && event.data.replyTo && !deleted ? { replyTo: event.data.replyTo } : {}),
        text: gone ? null : (edited?.text ?? `text ${event.sequence}`),
        ...(edited?.mentions && !gone ? { mentions: edited.mentions } : {}),
        ...(gone ? { gone } : {}),
        about: deleted ? [] : newest,
      };
    });
}

function pinsIn(events: readonly EventFrame[]): PinnedMessage[] {
  let pins: PinnedMessage[] = [];
  for (const { name, sequence, data } of events) {
    if (!('number' in data && 'message' in data)) continue;
    const [number, message] = [Number(data.number), String(data.message)];
    if (name === 'conversation.message-pinned.v1')
      pins = [
        { number, sequence: number, message, pinnedBy: ALICE, pinned: sequence },
        ...pins.filter((each) => each.number !== number),
      ];
    else if (name !== 'conversation.message-sent.v1' && /unpinned|deleted/.test(name))
      pins = pins.filter((each) => each.number !== number);
  }
  return pins;
}

function summaryOf(seen: readonly Told[]): ConversationView {
  const events = eventsIn(seen);
  const messages = messagesSeen(seen);
  const newest = messages.at(-1);
  const erased = seen.some(({ type }) => type === 'erased');
  let watermarks: ChatState['conversations'][string]['watermarks'] = {};
  for (const { author, number } of messages)
    watermarks = raiseWatermark(watermarks, author, { readUpTo: number });
  for (const told of seen)
    if (told.type === 'receipt') {
      const reached = told.kind === 'read' ? { readUpTo: told.upTo } : { deliveredUpTo: told.upTo };
      watermarks = raiseWatermark(watermarks, told.member, reached);
    }
  const arranged = seen.findLast(isArranged);
  const hidden = seen.findLast(isHiding);
  const [alice, bob] = summaryAt(0).members;
  if (!alice || !bob) throw new Error('Nobody is there.');
  return {
    ...summaryAt(0),
    members: [alice, erased ? { ...bob, username: null, displayName: null, erased: true } : bob],
    lastSequence: events.at(-1)?.sequence ?? 0,
    lastNumber: newest?.number ?? 0,
    lastMessage: newest
      ? {
          number: newest.number,
          author: newest.author,
          text: newest.text,
          at: newest.at,
          ...(newest.gone ? { gone: newest.gone } : {}),
        }
      : null,
    readUpTo: watermarks[ALICE]?.readUpTo ?? 0,
    mentions: messages.flatMap(({ number, author, mentions = [] }) =>
      author === BOB && number > (watermarks[ALICE]?.readUpTo ?? 0) && mentions.length > 0
        ? [{ number, author }]
        : [],
    ),
    uncounted: messages
      .filter(({ number, gone }) => gone === 'deleted' && number > (watermarks[ALICE]?.readUpTo ?? 0))
      .map(({ number }) => number),
    pins: pinsIn(events),
    ...(arranged ? { arrangement: { ...marksIn(arranged), asOf: arranged.position } } : {}),
    ...(hidden ? { hidden: { numbers: hidden.data.numbers, asOf: hidden.position } } : {}),
    watermarks: [ALICE, BOB].map((member) => ({
      member,
      deliveredUpTo: 0,
      readUpTo: 0,
      ...watermarks[member],
    })),
  };
}

function pageOf(seen: readonly Told[], from: number, to: number): HistoryPage {
  const items = messagesSeen(seen).filter(({ number }) => number >= from && number <= to);
  return { from, to: Math.min(to, items.at(-1)?.number ?? from - 1), items };
}

function apply(state: ChatState, told: Told): ChatState {
  if (isArranged(told) || isHiding(told)) return applyElsewhere(state, told);
  if (told.type === 'event') return 'conversation' in told ? applyEvent(state, told) : state;
  return told.type === 'receipt' ? applyReceipt(state, told) : applyErased(state, told.account);
}

function fillGaps(state: ChatState, story: readonly Told[]): ChatState {
  const range = state.conversations[TALK] && missingRange(state.conversations[TALK]);
  if (!range) return state;
  const events = eventsIn(story).filter(({ sequence }) => sequence >= range.from && sequence <= range.to);
  return fillGaps(events.reduce(applyEvent, state), story);
}

/** What can be told apart in a state once everything is known. */
function known(state: ChatState) {
  const conversation = state.conversations[TALK];
  const said = Object.values(conversation?.about ?? {}).flat();
  return {
    timeline: conversation?.timeline,
    last: conversation?.lastMessage,
    lastNumber: conversation?.lastNumber,
    sequence: conversation?.sequence,
    held: conversation?.held,
    watermarks: conversation?.watermarks,
    said: said.map(({ sequence, data }: KnownAboutView) => [sequence, data.member, data.content]).sort(),
    people: state.people,
    arrangement: state.arrangements[TALK],
    mentions: conversation && unreadMentions(conversation, ALICE),
    pins: conversation?.pins,
    hidden: conversation?.hidden,
    unread: conversation && unread(conversation, ALICE),
  };
}

const runs = fc.record({
  choices: fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 30 }),
  erases: fc.boolean(),
  /** What happens beside the frames, by a number that says what, another that says when or where. */
  steps: fc.array(fc.tuple(fc.nat({ max: 99 }), fc.nat()), { maxLength: 40 }),
});

/** A page may be older than frames, but not than the summary: it is asked for from a view that holds what is known. */
test('any interleaving of frames, summaries, pages, gaps and reconnects ends in the state of a fresh visit', () => {
  fc.assert(
    fc.property(runs, ({ choices, erases, steps }) => {
      const story = storyOf(choices, erases);
      let state = emptyChat(ALICE);
      // The client has been told everything before this; so much has been recorded; so much had the view seen that answered with a summary.
      let [told, recorded, summarized] = [0, 1, 0];
      const summarize = (current: ChatState, seen: number) => {
        summarized = Math.max(summarized, seen);
        return applySummary(current, summaryOf(story.slice(0, seen)));
      };
      for (const [what, where] of steps) {
        recorded = Math.min(story.length, recorded + 1 + (where % 3));
        const seen = story.slice(0, 1 + (where % recorded));
        if (what < 45) {
          if (told < recorded) state = apply(state, story[told++] ?? { type: 'erased', account: 'nobody' });
        } else if (what < 55) state = summarize(state, Math.max(told, seen.length));
        else if (what < 75) {
          const page = story.slice(0, Math.max(seen.length, summarized));
          const from = 1 + (where % (messagesSeen(page).length + 1));
          state = applyHistory(state, TALK, pageOf(page, from, from + (where % 7)));
        } else if (what < 80) state = fillGaps(state, story.slice(0, recorded));
        else if (what < 90)
          told = Math.max(0, told - (where % 5)); // A reconnect: what was told since the cursor is told again.
        else if (what < 93) {
          state = emptyChat(ALICE); // A reset, and everything is read anew.
          told = recorded;
          state = summarize(state, recorded);
        } else state = apply(state, story[where % recorded] ?? { type: 'erased', account: 'nobody' }); // Late, early or twice.
      }
      for (const each of story.slice(told)) state = apply(state, each);
      const all = (current: ChatState) => {
        const listed = fillGaps(applySummary(current, summaryOf(story)), story);
        return applyHistory(listed, TALK, pageOf(story, 1, messagesSeen(story).length));
      };
      expect(known(all(state))).toEqual(known(all(emptyChat(ALICE))));
    }),
  );
});
