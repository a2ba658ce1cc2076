import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { CodeText } from './CodeText';
import { highlight } from './highlight';
import { loadHighlighter } from './highlighter';

afterEach(cleanup);

test('the pieces of a program are all of it, and what they are', () => {
  const text = 'const a = "b"; // c';
  const pieces = highlight(text, 'js') ?? [];
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces).toContainEqual({ text: 'const', kind: 'keyword' });
  expect(pieces).toContainEqual({ text: '"b"', kind: 'string' });
  expect(pieces).toContainEqual({ text: '// c', kind: 'comment' });
  expect(highlight(text, 'klingon')).toBeNull();
});

test('code is shown as it is until what knows its language is there', async () => {
  render(<CodeText text="return 1" language="java" />);
  screen.getByText('return 1');
  await loadHighlighter();
  await screen.findByText('return');
});
