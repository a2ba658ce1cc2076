import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, test, vi } from 'vitest';
import { Region } from './Region';

afterEach(cleanup);

function Broken(): never {
  throw new Error('This part is broken.');
}

test('a part that fails leaves the others, and tells of ways back', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  render(
    <>
      <Region>
        <Broken />
      </Region>
      <Region>
        <p>Another part</p>
      </Region>
    </>,
  );
  screen.getByText('Another part');
  screen.getByRole('alert');
  screen.getByRole('button', { name: 'Try again' });
});
