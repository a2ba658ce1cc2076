import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Phone } from 'lucide-react';
import { afterEach, expect, test } from 'vitest';
import { IconButton } from './IconButton';

afterEach(cleanup);

test('a button without words shows its name while the keyboard is on it', async () => {
  render(<IconButton icon={Phone} label="Call" />);

  fireEvent.keyDown(document.body, { key: 'Tab' });
  act(() => screen.getByRole('button').focus());
  expect((await screen.findByRole('tooltip')).textContent).toBe('Call');

  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(screen.queryByRole('tooltip')).toBeNull();
});
