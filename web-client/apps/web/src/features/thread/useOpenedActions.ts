import type { Conversation } from '@parley/client/conversation/ChatState';
import { messageWith } from '@parley/client/conversation/timeline';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { showPerson } from '@/shared/person/shownPerson';
import type { Opened } from './MessageActions';

/** As long as a finger rests on a message to open its menu; phones that know better ask by `contextmenu`. */
const LONG_PRESS_MS = 500;
const MOVED_PX = 10;

/** Hears of every press in a list of messages, and knows of which message something is open. */
export function useOpenedActions(conversation: Conversation) {
  const [asked, setAsked] = useState<{ number: number; anchor: Element; action: string | null } | null>(null);
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const message = asked ? messageWith(conversation.timeline, asked.number) : undefined;
  const opened: Opened | null =
    asked && message && message.content.kind !== 'gone' ? { ...asked, conversation, message } : null;

  function open(target: EventTarget, action: string | null, anchor?: Element): boolean {
    const line = target instanceof Element ? lineOf(target) : null;
    const number = Number(line?.dataset.number);
    const found = number !== 0 ? messageWith(conversation.timeline, number) : undefined;
    if (!line || !found || found.content.kind === 'gone') return false;
    // Whatever is shown gives the focus back to the message.
    const item = line.closest<HTMLElement>('[role="listitem"]');
    if (!item?.contains(document.activeElement)) item?.focus({ preventScroll: true });
    setAsked({ number, anchor: anchor ?? line, action });
    return true;
  }

  const release = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };

  const handlers = {
    onClick({ target }: MouseEvent) {
      const pressed = target instanceof Element ? target : null;
      const person = pressed?.closest<HTMLElement>('[data-person]')?.dataset.person;
      if (person) showPerson(person);
      const button = pressed?.closest<HTMLElement>('[data-action]');
      if (!button) return;
      const { action } = button.dataset;
      open(button, action === 'menu' ? null : (action ?? null), button);
    },
    onContextMenu(event: MouseEvent) {
      // Links and what is selected have a menu of the browser's.
      const isLink = event.target instanceof Element && event.target.closest('a') !== null;
      if (isLink || !window.getSelection()?.isCollapsed) return;
      if (open(event.target, null)) event.preventDefault();
    },
    onPointerDown({ pointerType, target, clientX, clientY }: PointerEvent) {
      release();
      if (pointerType !== 'touch') return;
      press.current = { x: clientX, y: clientY, timer: setTimeout(() => open(target, null), LONG_PRESS_MS) };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const { x = 0, y = 0 } = press.current ?? {};
      if (Math.hypot(clientX - x, clientY - y) > MOVED_PX) release();
    },
    onPointerUp: release,
    onPointerCancel: release,
    onKeyDown(event: KeyboardEvent) {
      const { key, shiftKey, target } = event;
      const isItem = target instanceof Element && target.getAttribute('role') === 'listitem';
      const asks = (isItem && key === 'Enter') || key === 'ContextMenu' || (key === 'F10' && shiftKey);
      if (asks && open(target, null)) event.preventDefault();
    },
  };

  return {
    opened,
    handlers,
    open: (next: Opened | null) =>
      setAsked(next && { number: next.message.number, anchor: next.anchor, action: next.action }),
  };
}

/** The line of a message that something is in, or that is in it. */
export function lineOf(target: Element): HTMLElement | null {
  return (
    target.closest<HTMLElement>('[data-number]') ??
    target.closest('[role="listitem"]')?.querySelector<HTMLElement>('[data-number]') ??
    null
  );
}
