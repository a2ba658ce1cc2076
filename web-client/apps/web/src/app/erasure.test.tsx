import { ALICE, timeOf } from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import type { ErasureStatus } from '@parley/protocol/types';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { deviceStorage } from '@/shared/storage/deviceStorage';
import { Stage } from './testing/stage';

const stage = new Stage();
const refused = (status: number, code: string, detail: string) =>
  new Response(JSON.stringify(problemBody(status, code, detail)), { status });

const erasure = '5f0c3c1e-0000-4000-8000-0000000000e1';

async function askToEraseMine() {
  await stage.enter('#/account');
  await screen.findByText('alice@example.org');
  await stage.expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: 'Delete my account…' }));
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete your account?' }));
  const password = dialog.getByLabelText('Your password');
  fireEvent.input(password, { target: { value: 'correct horse' } });
  await stage.expectAccessible();
  fireEvent.click(dialog.getByRole('button', { name: 'Delete my account' }));
  return dialog;
}

test('one’s own account is found in the account menu', async () => {
  await stage.enter('#/');
  fireEvent.click(await screen.findByRole('button', { name: 'Account menu' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Your account' }));
  await screen.findByRole('button', { name: 'Delete my account…' });
});

test('one’s own account is deleted with the password; then it is signed out, and the page shows what has forgotten it', async () => {
  const asked: (string | undefined)[] = [];
  const stores: ErasureStatus['stores'] = [
    { store: 'log', forgotten: timeOf(1) },
    { store: 'history', forgotten: null },
  ];
  let complete = false;
  await deviceStorage.write(new Map([[`${ALICE}/own/draft/c`, 'typed']]));
  stage.answering('DELETE', /\/api\/me$/, (body) => {
    asked.push(body);
    return { erasure, position: 9 };
  });
  const path = new RegExp(`/api/erasures/${erasure}$`);
  stage.answering('GET', path, () => ({ erasure, requested: timeOf(0), complete, stores }));
  await askToEraseMine();
  await screen.findByText(/1 of 2 parts have forgotten/);
  expect(asked).toEqual(['{"password":"correct horse"}']);
  expect(window.location.hash).toBe(`#/erasure/${erasure}`);
  await waitFor(async () => expect(await deviceStorage.read('')).toEqual(new Map()));
  expect(document.body.textContent).not.toContain('Alice');
  await stage.expectAccessible();
  complete = true;
  stores[1] = { store: 'history', forgotten: timeOf(2) };
  await screen.findByRole('heading', { name: 'The account is deleted' });
  await stage.expectAccessible();
});

test('one’s own account is not deleted with a wrong password, which is said at its field, and the session goes on', async () => {
  stage.answering('DELETE', /\/api\/me$/, () => refused(401, 'wrong_credentials', 'Wrong.'));
  const dialog = await askToEraseMine();
  await dialog.findByText('This is not your password.');
  expect(document.activeElement).toBe(dialog.getByLabelText('Your password'));
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  await stage.expectAccessible();
});

test('one’s own account is not deleted under a legal hold, which is said', async () => {
  stage.answering('DELETE', /\/api\/me$/, () =>
    refused(409, 'legal_hold', 'This is kept for legal reasons.'),
  );
  const dialog = await askToEraseMine();
  expect((await dialog.findByRole('alert')).textContent).toBe(
    'This is kept for legal reasons and cannot be deleted.',
  );
  await stage.expectAccessible();
});

test('an erasure nobody knows of is said to be unknown', async () => {
  stage.answering('GET', /erasures/, () => refused(404, 'not_found', 'There is nothing at this address.'));
  stage.open(`#/erasure/${erasure}`);
  await screen.findByText('There is nothing at this address.');
  await stage.expectAccessible();
});
