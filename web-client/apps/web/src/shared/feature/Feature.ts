import type {
  ChatState,
  Conversation,
  Message,
  OutboxEntry,
  Person,
} from '@parley/client/conversation/ChatState';
import type { Content } from '@parley/client/conversation/content';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType, RefObject } from 'react';
import type { Words } from '@/shared/words/words';

/** A message and where it is. */
export interface MessageAt {
  conversation: Conversation;
  message: Message;
}

/** Several messages of a conversation, in order. */
export interface MessagesAt {
  conversation: Conversation;
  messages: readonly Message[];
}

export interface MessagesPanelProps extends MessagesAt {
  done(): void;
}

export interface MessagePanelProps extends MessageAt {
  /** What it was opened at: a popover stands beside it. */
  anchor: RefObject<Element | null>;
  done(): void;
}

/** Something that can be done with a message: an entry of its menu. */
export interface MessageAction {
  id: string;
  icon: LucideIcon;
  label(words: Words): string;
  /** Whether it can be done with this message at this moment. Asked when the menu opens. */
  offered(state: ChatState, at: MessageAt): boolean;
  /** Either does it at once, or shows a dialog or popover. */
  run?(at: MessageAt, engine: ChatEngine): void;
  Panel?: ComponentType<MessagePanelProps>;
  /** Does it with several messages at once, or shows a dialog for them: where neither is, it is done with one at a time. */
  runAll?(at: MessagesAt, engine: ChatEngine): void;
  AllPanel?: ComponentType<MessagesPanelProps>;
}

export interface ComposerPanelProps {
  conversation: string;
  /** What it was opened at: a popover stands beside it. */
  anchor: RefObject<Element | null>;
  /** Whether the button that opened it is still held down. */
  held: boolean;
  /** Puts something where the caret is. */
  insert(text: string): void;
  done(): void;
}

/** Something that can be put into a message being written: a button beside the composer. */
export interface ComposerAction {
  id: string;
  icon: LucideIcon;
  label(words: Words): string;
  /** Whether it is offered for a new message only, and not for one that is written anew. */
  onlyNew?: boolean;
  /** Whether it opens as soon as its button is pressed down: it may be held. */
  holds?: boolean;
  Panel: ComponentType<ComposerPanelProps>;
}

export interface AboveComposerProps {
  conversation: string;
  /** Where the message is written. */
  area: RefObject<HTMLTextAreaElement | null>;
}

/** What stands above the words of a message finds out for itself whether it shows anything. */
export interface AboveWordsProps {
  conversation: string;
  content: Content;
  /** Null while it is on its way. */
  message: Message | null;
  /** Null once it is there. */
  entry: OutboxEntry | null;
}

/** What may be meant by what is being typed. */
export interface Suggestion {
  id: string;
  /** What takes the place of what was typed. */
  insert: string;
  name: string;
  hint?: string;
  /** Whose picture stands beside it. */
  user?: string;
  /** What stands beside it otherwise. */
  sign?: string;
}

/** Completes what is typed in a message. */
export interface Completion {
  /** What stands before the caret where something is to be completed, and in its first group what is sought. */
  begins: RegExp;
  find(
    sought: string,
    conversation: string,
    state: ChatState,
  ): readonly Suggestion[] | Promise<readonly Suggestion[]>;
}

export interface PersonActionProps {
  person: Person;
  /** Closes the profile. */
  done(): void;
}

export interface ConversationPanelProps {
  conversation: Conversation;
  done(): void;
}

/** Something to see of an open conversation: an entry of its menu. */
export interface ConversationEntry {
  id: string;
  icon: LucideIcon;
  label(words: Words): string;
  offered(conversation: Conversation): boolean;
  Panel: ComponentType<ConversationPanelProps>;
}

/** A page in the place of a conversation. Its code is fetched when it is first shown. */
export interface Page {
  /** What stands in the address: `#/account`. */
  path: string;
  load(): Promise<ComponentType<PageProps>>;
}

export interface PageProps {
  /** What of it is shown: what stands in the address behind its path. */
  of?: string | undefined;
}

/** Shows one kind of content. */
export type ContentRenderer<Kind extends Content['kind']> = ComponentType<{
  content: Extract<Content, { kind: Kind }>;
  /** Whose it is. */
  author: string;
  conversation: string;
  /** The message whose content it is; null while that is on its way. */
  message: Message | null;
}>;

export type ContentRenderers = { [Kind in Content['kind']]: ContentRenderer<Kind> };

/** What a feature adds to the application, without the application knowing it. All of them are listed in `app/features.ts`. */
export interface Feature {
  /** Stand above everything, if there is anything to show; or only listen. */
  strips?: readonly ComponentType[];
  /** Stand beside the name of the application. */
  head?: readonly ComponentType[];
  /** Stand below it, where on a phone there is nothing else. */
  side?: readonly ComponentType<{ open: string | null }>[];
  /** Stands in the place of a conversation while none is open. */
  empty?: readonly ComponentType[];
  /** Shows an open conversation, and in it the message an address names. */
  conversations?: readonly ComponentType<{ id: string; number: number | null }>[];
  /** Stand beside the name of an open conversation. */
  conversationHead?: readonly ComponentType<{ conversation: Conversation }>[];
  conversationMenu?: readonly ConversationEntry[];
  pages?: readonly Page[];
  /** Those that have a button beside the message. */
  messageActions?: readonly MessageAction[];
  /** The others: they are fetched with the menu. */
  messageMenu?: () => Promise<readonly MessageAction[]>;
  /** Stand below each message, and show nothing where there is nothing to show. */
  belowMessages?: readonly ComponentType<MessageBelowProps>[];
  /** Stand in each message above its words, such as its files. */
  aboveWords?: readonly ComponentType<AboveWordsProps>[];
  /** Stand above the field in which a message is written. */
  aboveComposer?: readonly ComponentType<AboveComposerProps>[];
  /** What can be done about someone, in their profile. */
  personActions?: readonly ComponentType<PersonActionProps>[];
  /** Stand on the page of one's account. */
  accountParts?: readonly ComponentType[];
  /** Offered to someone who has not talked to anyone yet. */
  firstSteps?: readonly ComponentType[];
  composerActions?: readonly ComposerAction[];
  completions?: readonly Completion[];
  contents?: Partial<ContentRenderers>;
}

/** What stands below a message finds out for itself what it shows, so that the message is not shown anew with it. */
export interface MessageBelowProps {
  conversation: string;
  message: Message;
}
