import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { MessageText } from './MessageText';
import { mayHaveMarkup } from './mayHaveMarkup';
import { loadParser } from './parser';

const ALLOWED: Record<string, string[]> = {
  DIV: ['dir', 'class'],
  STRONG: [],
  EM: [],
  S: [],
  CODE: ['dir', 'class'],
  PRE: ['dir', 'class'],
  SPAN: ['class'],
  BLOCKQUOTE: ['dir', 'class'],
  UL: ['class'],
  OL: ['class'],
  LI: ['dir', 'value'],
  A: ['href', 'target', 'rel', 'class'],
  BDI: ['dir', 'class', 'data-code'],
};

/** What markup is made of, and what attacks it. */
const sign = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '~~',
    '`',
    '```\n',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '7) ',
    '[',
    '](',
    ')',
    '<',
    '>',
    '!',
  ],
  ...[
    'http://',
    'https://a.example',
    'www.b.example',
    'javascript:',
    'data:',
    'mailto:',
    'c@d.example',
    '"',
    "'",
  ],
  ...['<img src=x onerror=alert(1)>', '<script>', '&lt;', '&#106;', '\\', '#', '|', ' ', '    ', '\t', '\r'],
  ...[
    '\u202e',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u2066',
    '👩‍🚀',
    'مرحبا',
    'a',
    'word',
    '{',
    '\u0000',
    '\ud83d',
  ],
);
const message = fc.oneof(
  fc.array(sign, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const plain = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('\n', '\n\n\n', '  ', '\t', '\u202e'),
    ),
  )
  .map((parts) => parts.join(''))
  .filter((text) => !mayHaveMarkup(text));

beforeAll(loadParser);
afterEach(cleanup);

function shown(text: string): HTMLElement {
  const { container } = render(<MessageText text={text} />);
  return container;
}

test('no text makes an element or an attribute that is not on the list, nor a link to anything but the web and mail', () => {
  fc.assert(
    fc.property(message, (text) => {
      for (const element of shown(text).querySelectorAll('*')) {
        expect(Object.keys(ALLOWED)).toContain(element.tagName);
        for (const name of element.getAttributeNames()) expect(ALLOWED[element.tagName]).toContain(name);
        if (element instanceof HTMLAnchorElement) {
          expect(element.getAttribute('href')).toMatch(/^(?:https?:\/\/|mailto:)/);
          expect(element.rel).toBe('noopener noreferrer');
        }
      }
      cleanup();
    }),
  );
});

test('a text without markup keeps every character', () => {
  fc.assert(
    fc.property(plain, (text) => {
      expect(shown(text).textContent).toBe(text);
      cleanup();
    }),
  );
});

test('no letter or digit is lost by markup, whatever is added to say where a link leads', () => {
  const lettersOf = (text: string): string[] => text.match(/[\p{L}\p{N}]/gu) ?? [];
  fc.assert(
    fc.property(
      message.filter((text) => !text.includes('](') && !/\d[.)]/.test(text)),
      (text) => {
        const container = shown(text);
        const left = lettersOf(container.textContent ?? '');
        let at = 0;
        for (const letter of lettersOf(text)) {
          at = left.indexOf(letter, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
        cleanup();
      },
    ),
  );
});

test('what would turn a file name around is named in its place, and stays in what is copied', () => {
  const container = shown('photo_\u202egpj.exe');
  expect(container.querySelector('[data-code="U+202E"]')).not.toBeNull();
  expect(container.textContent).toBe('photo_\u202egpj.exe');
});

test('joiners and selectors that shape letters and emoji are not named', () => {
  for (const text of [
    '👩🏽‍🚀',
    'می‌خواهم',
    '❤️',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    'क्‍ष',
  ])
    expect(shown(text).querySelector('[data-code]')).toBeNull();
  for (const text of ['a\u200db', 'pass\u200bword', '\u2066x\u2069', 'x\ufe0f\ufe0f'])
    expect(shown(text).querySelector('[data-code]')).not.toBeNull();
});

test.each(['👍', '👩‍🚀 🎉', '🇩🇪🏳️‍🌈❤️'])('%s alone is large', (text) => {
  expect(shown(text).firstElementChild?.className).toMatch(/large/);
});

test.each(['👍 yes', '1', '👍👍👍👍', '©'])('%s is not', (text) => {
  expect(shown(text).firstElementChild?.className).not.toMatch(/large/);
});
