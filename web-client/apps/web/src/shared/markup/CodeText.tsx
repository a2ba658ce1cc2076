import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import css from './CodeText.module.css';
import { highlighterStore, loadHighlighter } from './highlighter';
import { VisibleText } from './VisibleText';

/** A block of code; its parts are told apart once what knows its language is fetched. */
export function CodeText({ text, language }: { text: string; language: string | null }) {
  const highlight = useStore(highlighterStore, (store) => store.highlight);
  useEffect(() => {
    if (language) void loadHighlighter();
  }, [language]);
  const pieces = useMemo(
    () => (language && highlight ? highlight(text, language) : null),
    [text, language, highlight],
  );
  if (!pieces) return <VisibleText text={text} />;
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are what they are by their place.
    <span key={index} className={piece.kind ? css[piece.kind] : undefined}>
      <VisibleText text={piece.text} />
    </span>
  ));
}
