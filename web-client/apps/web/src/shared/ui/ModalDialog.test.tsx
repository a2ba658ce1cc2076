import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from './Button';
import { ModalDialog } from './ModalDialog';

afterEach(cleanup);

function Reports({ close }: { close: (isOpen: boolean) => void }) {
  const [isReported, setReported] = useState(true);
  return (
    <ModalDialog title="Reports" isOpen onOpenChange={close}>
      {() =>
        isReported ? (
          <Button onPress={() => setReported(false)}>Dealt with</Button>
        ) : (
          <p>Nothing is reported.</p>
        )
      }
    </ModalDialog>
  );
}

test('Escape closes a dialog also after what had the focus in it has gone', async () => {
  const close = vi.fn();
  render(<Reports close={close} />);
  const button = screen.getByRole('button', { name: 'Dealt with' });
  act(() => button.focus());
  fireEvent.click(button);
  expect(button.isConnected).toBe(false);
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('dialog'));
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  expect(close).toHaveBeenCalledWith(false);
});
