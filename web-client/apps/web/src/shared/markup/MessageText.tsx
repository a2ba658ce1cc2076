import type { Mention } from '@parley/protocol/types';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { isFewEmoji } from './largeEmoji';
import { MentionsContext } from './MentionsContext';
import css from './MessageText.module.css';
import { mayHaveMarkup } from './mayHaveMarkup';
import { loadParser, parserStore } from './parser';
import { VisibleText } from './VisibleText';

interface MessageTextProps {
  text: string;
  /** Whom it mentions. */
  mentions?: readonly Mention[] | undefined;
  className?: string | undefined;
}

/** The text of a message as it is shown: a safe part of Markdown, links, large emoji, and each line in its own direction. */
export function MessageText({ text, mentions, className = '' }: MessageTextProps) {
  const marked = useMemo(() => mayHaveMarkup(text), [text]);
  const parse = useStore(parserStore, (state) => (marked ? state.parse : null));
  const Blocks = useStore(parserStore, (state) => state.Blocks);
  const blocks = useMemo(() => parse?.(text), [parse, text]);
  const named = useMemo(
    () => new Map(mentions?.map(({ user, from, length }) => [text.slice(from, from + length), user])),
    [mentions, text],
  );
  const missing = marked && !parse;
  useEffect(() => {
    if (missing) void loadParser();
  }, [missing]);
  return (
    <div dir="auto" className={`${className} ${css.text} ${isFewEmoji(text) ? css.large : ''}`}>
      <MentionsContext value={named}>
        {blocks && Blocks ? <Blocks blocks={blocks} /> : <VisibleText text={text} />}
      </MentionsContext>
    </div>
  );
}
