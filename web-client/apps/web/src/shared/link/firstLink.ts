import type { Block, Inline } from '../markup/Markup';
import { parseMarkup } from '../markup/parseMarkup';

/** The address of the first page that a text links to; null where it links to none. */
export function firstLink(text: string): string | null {
  if (!/https?:|www\./i.test(text)) return null;
  return inBlocks(parseMarkup(text));
}

function inBlocks(blocks: readonly Block[]): string | null {
  return firstOf(blocks, (block) => {
    switch (block.kind) {
      case 'words':
        return inWords(block.inside);
      case 'quote':
        return inBlocks(block.inside);
      case 'list':
        return firstOf(block.items, ({ inside }) => inBlocks(inside));
      case 'code-block':
        return null;
    }
  });
}

function inWords(words: readonly Inline[]): string | null {
  return firstOf(words, (part) => {
    if (part.kind === 'link') return part.href.startsWith('http') ? part.href : null;
    return 'inside' in part ? inWords(part.inside) : null;
  });
}

function firstOf<T>(all: readonly T[], find: (each: T) => string | null): string | null {
  for (const each of all) {
    const found = find(each);
    if (found) return found;
  }
  return null;
}
