import { visiblePieces } from './invisible';
import css from './VisibleText.module.css';

/** A text in which nothing is hidden: a character that would not be seen, or would turn others around, is named in its place. */
export function VisibleText({ text }: { text: string }) {
  const pieces = visiblePieces(text);
  if (pieces.every(({ code }) => code === null)) return text;
  return pieces.map(({ text, code }, index) =>
    code === null ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are what they are by their place.
      <bdi key={index} className={css.hidden} data-code={code}>
        {text}
      </bdi>
    ),
  );
}
