import { expect, test } from 'vitest';
import type { Block, Inline } from './Markup';
import { parseMarkup } from './parseMarkup';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const words = (...inside: Inline[]): Block => ({ kind: 'words', inside });
const link = (href: string, label = href, place: string | null = null): Inline => ({
  kind: 'link',
  href,
  place,
  inside: [text(label)],
});

test.each([
  ['**bold**', words({ kind: 'strong', inside: [text('bold')] })],
  ['_so_ it is', words({ kind: 'emphasis', inside: [text('so')] }, text(' it is'))],
  ['~~no~~', words({ kind: 'strike', inside: [text('no')] })],
  ['run `npm ci`', words(text('run '), { kind: 'code', text: 'npm ci' })],
  ['这是**粗体**文字', words(text('这是'), { kind: 'strong', inside: [text('粗体')] }, text('文字'))],
])('%s is marked up', (typed, block) => {
  expect(parseMarkup(typed)).toEqual([block]);
});

test('a fence that is closed is a block of code, with its language', () => {
  expect(parseMarkup('so:\n```js\nlet a = 1;\n  b();\n```\nright?')).toEqual([
    words(text('so:')),
    { kind: 'code-block', text: 'let a = 1;\n  b();', language: 'js' },
    words(text('right?')),
  ]);
});

test('quotes and lists hold what is in them, and numbers stay as they were given', () => {
  expect(parseMarkup('> one\n> *two*')).toEqual([
    { kind: 'quote', inside: [words(text('one\n'), { kind: 'emphasis', inside: [text('two')] })] },
  ]);
  expect(parseMarkup('3. three\n5. five')).toEqual([
    {
      kind: 'list',
      ordered: true,
      items: [
        { value: 3, inside: [words(text('three'))] },
        { value: 5, inside: [words(text('five'))] },
      ],
    },
  ]);
});

test.each([
  'a\n    b  \n\n\n  c\n',
  '# no heading\n---\nnor\n===',
  '<b>no</b> &amp; <!-- --> <script>alert(1)</script>',
  '![no image](x) [no]: reference [x] [ ]',
  '| a | b |\n|---|---|',
  '¯\\_(ツ)_/¯',
  '2*3*4 snake_case_name C:\\new\\*',
  '+ 1',
  '2026. That was a year.',
  '~5 minutes~',
  '```not closed',
  '\ufeffhello\r\nthere\tx',
  '[run](javascript:alert(1)) [file](file:///etc/passwd) [data](data:text/html,x) [titled](http://a.example "b")',
])('%j stays as it was typed', (typed) => {
  expect(parseMarkup(typed)).toEqual([words(text(typed))]);
});

test('an address in the words is a link, without the full stop after it', () => {
  expect(parseMarkup('see https://parley.example/a_b_c. Or www.parley.example, or a@parley.example')).toEqual(
    [
      words(
        text('see '),
        link('https://parley.example/a_b_c'),
        text('. Or '),
        link('http://www.parley.example/', 'www.parley.example'),
        text(', or '),
        link('mailto:a@parley.example', 'a@parley.example'),
      ),
    ],
  );
});

test('beside a label stands where it leads, and a label that names another place is no link', () => {
  expect(parseMarkup('[the notes](https://parley.example/n)')).toEqual([
    words(link('https://parley.example/n', 'the notes', 'parley.example')),
  ]);
  for (const pretended of ['bank.example', 'https://bank.example/', 'www.bank.example', 'me@bank.example']) {
    expect(parseMarkup(`[${pretended}](https://evil.example/x)`)).toEqual([
      words(text(`${pretended} `), link('https://evil.example/x')),
    ]);
  }
});

test('what only looks like a host is told by its real one', () => {
  const [lookalike] = parseMarkup('https://bаnk.example/ ');
  expect(JSON.stringify(lookalike)).toContain('https://xn--bnk-6cd.example/"');
  expect(JSON.stringify(parseMarkup('[x](https://bank.example@evil.example/)'))).toContain(
    '"place":"evil.example"',
  );
});
