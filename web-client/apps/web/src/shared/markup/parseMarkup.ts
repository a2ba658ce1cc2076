import type { BlockContent, DefinitionContent, Link, List, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { namesAPlace, placeOf, safeAddress, showsItsPlace } from './links';
import type { Block, Inline, ListItem } from './Markup';

const OFF = [
  'htmlFlow',
  'htmlText',
  'headingAtx',
  'setextUnderline',
  'thematicBreak',
  'definition',
  'labelStartImage',
  'characterReference',
  'characterEscape',
  'codeIndented',
  'hardBreakEscape',
];
const SYNTAX = [{ disable: { null: OFF } }, gfmStrikethrough({ singleTilde: false }), gfmAutolinkLiteral()];
/** Only what the syntax itself finds is a link: what a transform finds has no place in the source. */
const NODES = [gfmStrikethroughFromMarkdown(), { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] }];

const DEEPEST = 8;
const BYTE_ORDER_MARK = '\ufeff';
const CLOSED_FENCE = /\n[ \t]*(`{3,}|~{3,})[ \t]*$/;

type Node = RootContent | BlockContent | DefinitionContent | PhrasingContent;

/** Reads the part of Markdown that messages may have. What is none of it stays as it was typed, to the character. */
export function parseMarkup(text: string): Block[] {
  return new Parsing(text).blocks();
}

class Parsing {
  /** The parser drops a byte order mark at the beginning and does not count it. */
  readonly #skipped: number;

  constructor(private readonly source: string) {
    this.#skipped = source.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  }

  /** Paragraphs and what is between them become words as they were typed; only beside a block do blank lines go. */
  blocks(): Block[] {
    const { children } = fromMarkdown(this.source, { extensions: SYNTAX, mdastExtensions: NODES });
    const blocks: Block[] = [];
    let words: Inline[] = [];
    let end = 0;
    const finish = () => {
      if (!isBlank(words)) blocks.push({ kind: 'words', inside: words });
      words = [];
    };
    for (const node of children) {
      const before = this.source.slice(end, this.#start(node));
      end = this.#end(node);
      const block = node.type === 'paragraph' ? null : (this.#numbered(node) ?? this.#block(node, 0));
      if (block?.kind === 'words' || node.type === 'paragraph') {
        if (words.length > 0 || blocks.length === 0) words.push({ kind: 'text', text: before });
        else words.push({ kind: 'text', text: before.replace(/^\s*\n/, '') });
        words.push(...(block?.kind === 'words' ? block.inside : this.#run(node, 0, true)));
      } else if (block) {
        finish();
        blocks.push(block);
      }
    }
    if (words.length > 0) words.push({ kind: 'text', text: this.source.slice(end) });
    finish();
    return blocks.map((block) =>
      block.kind === 'words' ? { ...block, inside: merged(block.inside) } : block,
    );
  }

  /** The blocks in a quote or a list, with a blank line between paragraphs. */
  #inside(nodes: readonly Node[], depth: number): Block[] {
    const blocks: Block[] = [];
    for (const node of nodes) {
      const [last, block] = [blocks.at(-1), this.#block(node, depth)];
      if (last?.kind === 'words' && block.kind === 'words') {
        const words = merged([...last.inside, { kind: 'text', text: '\n\n' }, ...block.inside]);
        blocks[blocks.length - 1] = { kind: 'words', inside: words };
      } else blocks.push(block);
    }
    return blocks;
  }

  #block(node: Node, depth: number): Block {
    if (depth > DEEPEST) return this.#asTyped(node);
    switch (node.type) {
      case 'paragraph':
        return { kind: 'words', inside: merged(this.#run(node, depth, false)) };
      case 'blockquote':
        return { kind: 'quote', inside: this.#inside(node.children, depth + 1) };
      case 'list':
        return this.#list(node, depth);
      case 'code': {
        const language = [node.lang, node.meta].filter(Boolean).join(' ') || null;
        const closed = CLOSED_FENCE.test(this.#typed(node));
        return closed && node.value
          ? { kind: 'code-block', text: node.value, language }
          : this.#asTyped(node);
      }
      default:
        return this.#asTyped(node);
    }
  }

  /** A single line with a number before it is a sentence, not a list. */
  #numbered(node: Node): Block | null {
    if (node.type !== 'list' || !node.ordered || node.children.length > 1) return null;
    const [paragraph, more] = node.children[0]?.children ?? [];
    if (paragraph?.type !== 'paragraph' || more) return null;
    const marker = this.source.slice(this.#start(node), this.#start(paragraph));
    return { kind: 'words', inside: [{ kind: 'text', text: marker }, ...this.#run(paragraph, 0, true)] };
  }

  /** A plus sign is what people agree with, and begins no list. */
  #list(node: List, depth: number): Block {
    if (this.#typed(node).startsWith('+')) return this.#asTyped(node);
    const items = node.children.map((item): ListItem => {
      const number = /^\d+/.exec(this.#typed(item))?.[0];
      return {
        value: number === undefined ? null : Number(number),
        inside: this.#inside(item.children, depth + 1),
      };
    });
    return { kind: 'list', ordered: node.ordered === true, items };
  }

  /** The parts of a line. Outside of quotes and lists the words between them are taken from the source, with every blank. */
  #run(node: Node, depth: number, exact: boolean): Inline[] {
    if (!('children' in node) || depth > DEEPEST) return [this.#text(node)];
    const [first, last] = [node.children.at(0), node.children.at(-1)];
    if (!first || !last) return [this.#text(node)];
    const run: Inline[] = [];
    // A paragraph's edges may be blanks, those of what is marked up are its signs.
    const all = node.type === 'paragraph';
    let end = this.#start(all ? node : first);
    for (const child of node.children) {
      if (child.type === 'text') {
        if (!exact) run.push({ kind: 'text', text: child.value });
      } else if (child.type === 'break') {
        if (!exact) run.push({ kind: 'text', text: '\n' });
      } else {
        if (exact) run.push({ kind: 'text', text: this.source.slice(end, this.#start(child)) });
        run.push(...this.#inline(child, depth + 1, exact));
        end = this.#end(child);
      }
    }
    if (exact) run.push({ kind: 'text', text: this.source.slice(end, this.#end(all ? node : last)) });
    return run;
  }

  #inline(node: Node, depth: number, exact: boolean): Inline[] {
    if (this.#isMeantAsTyped(node)) return [this.#text(node)];
    switch (node.type) {
      case 'strong':
      case 'emphasis':
        return [{ kind: node.type, inside: merged(this.#run(node, depth, exact)) }];
      case 'delete':
        return [{ kind: 'strike', inside: merged(this.#run(node, depth, exact)) }];
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }];
      case 'link':
        return this.#link(node, depth, exact);
      default:
        return [this.#text(node)];
    }
  }

  /** A label never hides where its link leads, and one that names another place is no link: the address beside it is. */
  #link(node: Link, depth: number, exact: boolean): Inline[] {
    const url = node.title == null ? safeAddress(node.url) : null;
    if (!url) return [this.#text(node)];
    const inside = merged(this.#run(node, depth, exact));
    const label = wordsOf(inside);
    const { href } = url;
    if (showsItsPlace(label, url)) return [{ kind: 'link', href, place: null, inside }];
    if (!namesAPlace(label)) return [{ kind: 'link', href, place: placeOf(url), inside }];
    const address: Inline = { kind: 'link', href, place: null, inside: [{ kind: 'text', text: href }] };
    return [...inside, { kind: 'text', text: ' ' }, address];
  }

  /** After a backslash, as in a shrug; and stars between letters or digits, as in 2*3*4. */
  #isMeantAsTyped(node: Node): boolean {
    const [before, after] = [this.source[this.#start(node) - 1] ?? '', this.source[this.#end(node)] ?? ''];
    if (before === '\\' && node.type !== 'inlineCode') return true;
    return node.type === 'emphasis' && /[a-z\d]/i.test(before + after);
  }

  #asTyped(node: Node): Block {
    return { kind: 'words', inside: [this.#text(node)] };
  }

  #text(node: Node): Inline {
    return { kind: 'text', text: this.#typed(node) };
  }

  #typed(node: Node): string {
    return this.source.slice(this.#start(node), this.#end(node));
  }

  #start(node: Node): number {
    return (node.position?.start.offset ?? 0) + this.#skipped;
  }

  #end(node: Node): number {
    return (node.position?.end.offset ?? 0) + this.#skipped;
  }
}

function merged(run: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const part of run) {
    const last = result.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = { kind: 'text', text: last.text + part.text };
    else if (part.kind !== 'text' || part.text !== '') result.push(part);
  }
  return result;
}

function isBlank(run: readonly Inline[]): boolean {
  return run.every((part) => part.kind === 'text' && part.text.trim() === '');
}

function wordsOf(run: readonly Inline[]): string {
  return run.map((part) => ('inside' in part ? wordsOf(part.inside) : part.text)).join('');
}
