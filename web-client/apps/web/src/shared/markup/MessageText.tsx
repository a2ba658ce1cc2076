import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { isFewEmoji } from './largeEmoji';
import { MarkupBlocks } from './MarkupBlocks';
import css from './MessageText.module.css';
import { mayHaveMarkup } from './mayHaveMarkup';
import { loadParser, parserStore } from './parser';
import { VisibleText } from './VisibleText';

interface MessageTextProps {
  text: string;
  className?: string | undefined;
}

/** The text of a message as it is shown: a safe part of Markdown, links, large emoji, and each line in its own direction. */
export function MessageText({ text, className = '' }: MessageTextProps) {
  const marked = useMemo(() => mayHaveMarkup(text), [text]);
  const parse = useStore(parserStore, (state) => (marked ? state.parse : null));
  const blocks = useMemo(() => parse?.(text), [parse, text]);
  const missing = marked && !parse;
  useEffect(() => {
    if (missing) void loadParser();
  }, [missing]);
  return (
    <div dir="auto" className={`${className} ${css.text} ${isFewEmoji(text) ? css.large : ''}`}>
      {blocks ? <MarkupBlocks blocks={blocks} /> : <VisibleText text={text} />}
    </div>
  );
}
