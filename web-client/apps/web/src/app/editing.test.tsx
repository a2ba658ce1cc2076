import { editAt, eventAt, TALK, timeOf } from '@parley/client/testing/log';
import { problemBody } from '@parley/client/testing/problemBody';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

async function enterTalk() {
  const socket = await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  act(() => {
    socket.says(eventAt(1));
    socket.says(eventAt(2));
  });
  await screen.findByText('text 2', { selector: 'div' });
  return socket;
}

const edited = (sequence: number) =>
  new Response(
    JSON.stringify({ conversation: TALK, message: 'm2', sequence, recorded: timeOf(sequence), position: 9 }),
  );

/** How the server answers an edit of `m2`. */
function editIsAnswered(answer: () => Response | Promise<Response>) {
  const asked = vi.fn(answer);
  stage.answering('PUT', /\/messages\/m2\/text\?sequence=2$/, asked);
  return asked;
}

const writing = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const editing = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Edit message' });
const type = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const shown = () => [...document.querySelectorAll('section [role=listitem]')].map((each) => each.textContent);

async function menuOf(text: string) {
  fireEvent.contextMenu(screen.getByText(text, { selector: 'div' }));
  return within(await screen.findByRole('menu', { name: 'Options for this message' }));
}

describe('a message of one’s own', () => {
  test('is edited from the empty composer by arrow up, and says so', async () => {
    const asked = editIsAnswered(() => edited(3));
    await enterTalk();
    writing().focus();
    press('ArrowUp');
    const field = await editing();
    expect(field.value).toBe('text 2');
    expect(document.activeElement).toBe(field);
    await stage.expectAccessible();
    type(field, 'text two');
    press('Enter');
    await screen.findByText('text two', { selector: 'div' });
    await waitFor(() => expect(screen.getByRole('button', { name: 'edited' })).toBeTruthy());
    expect(asked).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(writing());
    expect(document.body.textContent).not.toContain('text 2');
    await stage.expectAccessible();
  });

  test('is left as it is by Escape, and what was being written is there again', async () => {
    await enterTalk();
    type(writing(), 'half a sentence');
    fireEvent.click((await menuOf('text 2')).getByRole('menuitem', { name: 'Edit' }));
    type(await editing(), 'something else');
    press('Escape');
    expect(writing().value).toBe('half a sentence');
    screen.getByText('text 2', { selector: 'div' });
  });

  test('that was edited elsewhere meanwhile keeps both texts until one is chosen', async () => {
    const refusal = JSON.stringify(problemBody(409, 'edited_meanwhile', 'Edited meanwhile.'));
    editIsAnswered(() => new Response(refusal, { status: 409 }));
    const socket = await enterTalk();
    fireEvent.click((await menuOf('text 2')).getByRole('menuitem', { name: 'Edit' }));
    type(await editing(), 'from here');
    act(() => socket.says(editAt(3, 2, 'from the phone')));
    press('Enter');
    await screen.findByText(/Your edit was not saved\. It was edited meanwhile/);
    screen.getByText('from the phone', { selector: 'div' });
    screen.getByText('from here');
    await stage.expectAccessible();
    const asked = editIsAnswered(() => edited(4));
    fireEvent.click(screen.getByRole('button', { name: 'Edit again' }));
    const field = await editing();
    expect(field.value).toBe('from here');
    fireEvent.submit(field);
    await screen.findByText('from here', { selector: 'div' });
    expect(asked).toHaveBeenCalledOnce();
  });

  test('shows the texts it had', async () => {
    const socket = await enterTalk();
    act(() => socket.says(editAt(3, 1, 'text one')));
    stage.answering('GET', /\/messages\/m1\/versions\?sequence=1$/, () => ({
      versions: [
        { sequence: 3, text: 'text one', at: timeOf(3) },
        { sequence: 1, text: 'text 1', at: timeOf(1) },
      ],
    }));
    fireEvent.click(await screen.findByRole('button', { name: 'edited' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Earlier versions' }));
    await dialog.findByText('text 1');
    dialog.getByText('text one');
    await stage.expectAccessible();
  });
});

test('what someone else wrote is not edited, and what they edit changes where it stands, in the list too', async () => {
  const socket = await enterTalk();
  expect((await menuOf('text 1')).queryByRole('menuitem', { name: 'Edit' })).toBeNull();
  act(() => socket.says(eventAt(3)));
  act(() => socket.says(editAt(4, 3, 'text three')));
  await screen.findByText('text three', { selector: 'div' });
  expect(shown().join()).not.toContain('text 3');
  await screen.findByRole('link', { name: /Bob Brown.*text three/ });
});
