import type { LanguageFn } from 'highlight.js';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import type { CodePiece } from './CodePiece';

const LANGUAGES: Readonly<Record<string, LanguageFn>> = {
  bash,
  c,
  cpp,
  csharp,
  css,
  diff,
  go,
  java,
  javascript,
  json,
  kotlin,
  php,
  python,
  ruby,
  rust,
  sql,
  typescript,
  xml,
  yaml,
};

/** What of a grammar's names is told apart. What is none of these looks like the rest. */
const KINDS: readonly (readonly [CodePiece['kind'], RegExp])[] = [
  ['comment', /comment|quote|doctag/],
  ['string', /string|regexp|addition/],
  ['number', /number|literal|symbol/],
  ['keyword', /keyword|built_in|selector|meta|deletion/],
  ['name', /title|attr|name|type/],
];

const lowlight = createLowlight(LANGUAGES);

type Node = ReturnType<typeof lowlight.highlight>['children'][number];

/** The pieces of a text in a language; null where the language is none of those that are known. */
export function highlight(text: string, language: string): readonly CodePiece[] | null {
  const name = language.toLowerCase();
  return lowlight.registered(name)
    ? lowlight.highlight(name, text).children.flatMap((node) => piecesOf(node, null))
    : null;
}

function piecesOf(node: Node, kind: CodePiece['kind']): CodePiece[] {
  if (node.type === 'text') return [{ text: node.value, kind }];
  if (node.type !== 'element') return [];
  const { className } = node.properties;
  const names = Array.isArray(className) ? className.join(' ') : '';
  const own = KINDS.find(([, pattern]) => pattern.test(names))?.[0] ?? kind;
  return node.children.flatMap((child) => piecesOf(child, own));
}
