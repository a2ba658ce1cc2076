import type { ReactNode } from 'react';
import { CodeText } from './CodeText';
import type { Block, Inline } from './Markup';
import css from './MessageText.module.css';
import { VisibleText } from './VisibleText';
import { WithMentions } from './WithMentions';

/** Only these elements are ever made of a message, with only these attributes. */
export function MarkupBlocks({ blocks }: { blocks: readonly Block[] }) {
  return eachOf(blocks, (block, index) => <OneBlock key={index} block={block} />);
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'words':
      return <Run run={block.inside} />;
    case 'code-block':
      return (
        <pre dir="ltr" className={css.block}>
          {block.language ? <span className={css.language}>{block.language}</span> : null}
          <code>
            <CodeText text={block.text} language={block.language} />
          </code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote dir="auto" className={css.quote}>
          <MarkupBlocks blocks={block.inside} />
        </blockquote>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={css.list}>
          {eachOf(block.items, ({ value, inside }, index) => (
            <li key={index} dir="auto" {...(value === null ? {} : { value })}>
              <MarkupBlocks blocks={inside} />
            </li>
          ))}
        </List>
      );
    }
  }
}

function Run({ run }: { run: readonly Inline[] }) {
  return eachOf(run, (part, index) => <OneInline key={index} part={part} />);
}

function OneInline({ part }: { part: Inline }) {
  switch (part.kind) {
    case 'text':
      return <WithMentions text={part.text} />;
    case 'code':
      return (
        <code dir="ltr" className={css.code}>
          <VisibleText text={part.text} />
        </code>
      );
    case 'strong':
      return (
        <strong>
          <Run run={part.inside} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Run run={part.inside} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Run run={part.inside} />
        </s>
      );
    case 'link':
      return (
        <bdi>
          <a href={part.href} target="_blank" rel="noopener noreferrer" className={css.link}>
            <Run run={part.inside} />
          </a>
          {part.place ? (
            <>
              {' '}
              <bdi dir="ltr" className={css.place}>
                ({part.place})
              </bdi>
            </>
          ) : null}
        </bdi>
      );
  }
}

/** The parts of a text are what they are by their place, and never move. */
function eachOf<T>(parts: readonly T[], show: (part: T, index: number) => ReactNode): ReactNode[] {
  return parts.map(show);
}
