import { expect, test } from 'vitest';
import { codePoints } from './codePoints';
import { messageText } from './messageText';
import { uuidv7 } from './uuidv7';

test('a UUIDv7 carries its time, its version and its variant', () => {
  const id = uuidv7(Date.UTC(2026, 0, 1));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 0, 1));
});

test('two UUIDs of the same moment differ', () => {
  expect(uuidv7(1)).not.toBe(uuidv7(1));
});

test('a text is sent without what the server refuses', () => {
  expect(messageText(' one\r\ntwo\rthree\tfour\n')).toBe('one\ntwo\nthree\tfour');
  expect(messageText('\u001b[31mred\u0000\u0085')).toBe('[31mred');
  expect(messageText('a\ud83d')).toBe('a\ufffd');
  expect(messageText('cafe\u0301 \ud83d\udc34')).toBe('caf\u00e9 \ud83d\udc34');
});

test('a text of which nothing can be seen is nothing to send', () => {
  for (const typed of ['\u200b\u200d', ' \u2060\n\ufeff', '\u3164\u2800', '\u202e\u2066'])
    expect(messageText(typed)).toBe('');
  expect(messageText('\u200ba')).toBe('\u200ba');
});

test('a character beyond the basic plane counts once', () => {
  expect(codePoints('a😀é')).toBe(3);
});
