import { ALICE, BOB, eventAt, summaryAt, TALK, timeOf } from '@parley/client/testing/log';
import type { ConversationView, EventFrame } from '@parley/protocol/types';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { Stage } from './testing/stage';

const stage = new Stage();

const GROUP = '00000000-0000-7000-8000-0000000000e1';
const CAROL = '00000000-0000-7000-8000-00000000000c';
const CAKE = '00000000-0000-4000-8000-00000000000a';
const POT = '00000000-0000-4000-8000-00000000000b';
const carol = { user: CAROL, username: 'carol', displayName: 'Carol Clark' };
const asMember = { ...carol, online: false, lastSeen: null };

/** A group of Alice, its owner, and Bob, with a message by Bob. */
function tea(change: Partial<ConversationView> = {}): ConversationView {
  const lastMessage = { number: 1, author: BOB, text: 'text 1', at: timeOf(1) };
  return {
    ...summaryAt(1),
    conversation: GROUP,
    kind: 'group',
    name: 'Tea party',
    roles: [{ member: ALICE, role: 'owner' }],
    lastMessage,
    ...change,
  };
}

const inGroup = (event: EventFrame): EventFrame => ({
  ...event,
  conversation: GROUP,
  data: { ...event.data, conversation: GROUP },
});

function happened(sequence: number, name: string, data: object): EventFrame {
  return inGroup({ ...eventAt(sequence), name: `conversation.${name}.v1`, data: { ...data } });
}

const added = (sequence: number, member: string, addedBy: string) =>
  happened(sequence, 'member-added', { member, addedBy, role: 'member', lastNumber: 1 });

function arrangeTea(change: Partial<ConversationView>) {
  stage.answering('GET', /conversations\?/, () => ({ items: [tea(change)], next: null }));
  const bobs = { number: 1, sequence: 1, message: 'm1', author: BOB, text: 'text 1', at: timeOf(1) };
  stage.answering('GET', /messages\?before=[2-9]/, () => ({ items: [bobs], next: null }));
}

async function enterTea(change: Partial<ConversationView> = {}) {
  arrangeTea(change);
  const socket = await stage.enter(`#/c/${GROUP}`);
  await screen.findByRole('textbox', { name: 'Message' });
  return socket;
}

const openInfo = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Group info' }));
  return screen.findByRole('dialog', { name: 'Group info' });
};

const members = (dialog: HTMLElement) =>
  within(within(dialog).getByRole('list', { name: 'Members' }))
    .getAllByRole('listitem')
    .map((each) => each.textContent);

function unknownConversation() {
  const problem = {
    type: 'about:blank',
    title: '',
    status: 404,
    detail: '',
    code: 'conversation_unknown',
    retryable: false,
  };
  return new Response(JSON.stringify(problem), { status: 404 });
}

describe('a group', () => {
  test('is made of a name and people who are looked for, and opens', async () => {
    const made = vi.fn((_: string | undefined) => ({ conversation: GROUP, position: 4, asked: [] }));
    stage.answering('POST', /conversations\/groups$/, made);
    stage.answering('GET', /users\?query=c/, () => ({ items: [carol], next: null }));
    stage.answering('GET', new RegExp(`conversations/${GROUP}$`), () => tea());
    await stage.enter('#/');
    fireEvent.click(await screen.findByRole('button', { name: 'New group' }));
    const name = await screen.findByRole('textbox', { name: 'Name of the group' });
    fireEvent.change(name, { target: { value: ' Tea party ' } });
    // Whom one talks to is offered before anything is typed.
    fireEvent.click(await screen.findByRole('option', { name: /Bob Brown/ }));
    fireEvent.change(screen.getByRole('textbox', { name: /Add people/ }), { target: { value: 'c' } });
    fireEvent.click(await screen.findByRole('option', { name: /Carol Clark/ }));
    await screen.findByRole('button', { name: 'Carol Clark, take away' });
    await stage.expectAccessible();
    fireEvent.click(screen.getByRole('button', { name: 'Bob Brown, take away' }));
    fireEvent.change(screen.getByRole('textbox', { name: /Add people/ }), { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: 'Create group' }));
    await screen.findByRole('heading', { name: 'Tea party' });
    expect(JSON.parse(made.mock.calls[0]?.[0] ?? '')).toEqual({ name: 'Tea party', members: [CAROL] });
  });

  test('shows who says what, and who came and went, in words', async () => {
    stage.answering('GET', new RegExp(`conversations/${GROUP}$`), () =>
      tea({ members: [...tea().members, asMember], lastSequence: 2 }),
    );
    const socket = await enterTea();
    await screen.findByText('text 1', { selector: 'div' });
    expect(screen.getByText('2 members')).toBeDefined();
    act(() => socket.says(added(2, CAROL, ALICE)));
    await screen.findByText('You added Carol Clark');
    await screen.findByText('3 members');
    act(() => socket.says(happened(3, 'member-left', { member: CAROL })));
    await screen.findByText('Carol Clark left');
    await stage.expectAccessible();
  });

  test('names the few who came at once, and counts the many', async () => {
    const people = ['dan', 'eve', 'fay'].map((user) => ({ ...carol, user, displayName: user }));
    stage.answering('GET', new RegExp(`conversations/${GROUP}$`), () =>
      tea({ members: [...tea().members, asMember, ...people.map((each) => ({ ...asMember, ...each }))] }),
    );
    const socket = await enterTea();
    const come = (sequence: number, members: string[], addedBy: string) =>
      act(() => socket.says(happened(sequence, 'members-added', { members, addedBy, lastNumber: 1 })));
    come(2, [CAROL, 'dan'], BOB);
    await screen.findByText('Bob Brown added Carol Clark and dan');
    act(() => socket.says(happened(3, 'member-left', { member: CAROL })));
    come(4, [CAROL, 'eve', 'fay', 'gus'], ALICE);
    await screen.findByText('You added 4 people');
    await screen.findByText('7 members');
  });

  test('tells what happened before one opened it, between the messages and where nothing was said yet', async () => {
    const notices = [
      happened(0, 'group-created', { createdBy: BOB, members: [], content: { name: 'Tea party' } }),
      added(1, ALICE, BOB),
    ].map(({ conversation, sequence, position, at, name, data }) => ({
      conversation,
      sequence,
      position,
      at,
      name,
      data,
    }));
    stage.answering('GET', /messages\?before=1&/, () => ({ items: [], next: null, notices }));
    await enterTea({ lastNumber: 0, lastMessage: null, watermarks: [] });
    await screen.findByText('Bob Brown created the group');
    await screen.findByText('Bob Brown added you');
  });

  test('names its members and their roles, and offers what one’s own role allows', async () => {
    await enterTea({
      members: [...tea().members, asMember],
      roles: [
        { member: BOB, role: 'owner' },
        { member: ALICE, role: 'admin' },
      ],
    });
    const dialog = await openInfo();
    expect(members(dialog)).toEqual([
      'Alice Archer (you)@aliceAdmin',
      'Bob Brown@bobOwner',
      'Carol Clark@carol',
    ]);
    expect(within(dialog).queryByRole('button', { name: 'Remove Bob Brown' })).toBeNull();
    await stage.expectAccessible();
    const removed = vi.fn(() => ({ conversation: GROUP, position: 9 }));
    stage.answering('DELETE', new RegExp(`members/${CAROL}\\?ban=true$`), removed);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove Carol Clark' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'No link lets them come back' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(removed).toHaveBeenCalledOnce());
    await within(dialog).findByRole('list', { name: 'Members' });
  });

  test('is renamed, described and set by its owner, and a refused setting goes back', async () => {
    const socket = await enterTea();
    const sent = vi.fn((_: string | undefined) => ({ conversation: GROUP, position: 9 }));
    stage.answering('PUT', /details$/, sent);
    const dialog = await openInfo();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Name and description' }));
    const about = await within(dialog).findByRole('textbox', { name: /What it is for/ });
    fireEvent.change(about, { target: { value: ' At five ' } });
    await stage.expectAccessible();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Settings' }));
    expect(JSON.parse(sent.mock.calls[0]?.[0] ?? '')).toEqual({ name: 'Tea party', about: 'At five' });
    act(() =>
      socket.says(
        happened(2, 'group-details-changed', {
          changedBy: ALICE,
          content: { name: 'Cocoa', about: 'At five' },
        }),
      ),
    );
    await stage.expectAccessible();
    const refusal = {
      type: 'about:blank',
      title: '',
      status: 403,
      detail: '',
      code: 'not_permitted',
      retryable: false,
    };
    stage.answering('PUT', /settings$/, () => new Response(JSON.stringify(refusal), { status: 403 }));
    const writes = () => within(within(dialog).getByRole('radiogroup', { name: 'Who writes' }));
    fireEvent.click(writes().getByRole('radio', { name: 'Owners' }));
    await within(dialog).findByText('Your role in this group does not allow this.');
    expect(writes().getByRole<HTMLInputElement>('radio', { name: 'Everyone' }).checked).toBe(true);
    stage.answering('PUT', /settings$/, sent);
    fireEvent.click(writes().getByRole('radio', { name: 'Owners' }));
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
    expect(JSON.parse(sent.mock.calls[1]?.[0] ?? '')).toEqual({
      add: 'admin',
      write: 'owner',
      edit: 'admin',
      history: 'joining',
      mention: 'member',
    });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Back' }));
    await within(dialog).findByText('Cocoa');
    await within(dialog).findByText('At five');
  });

  test('is shown with its picture, which follows its changes, and the changes are told', async () => {
    const asked: string[] = [];
    for (const picture of [CAKE, POT])
      stage.answering(
        'GET',
        new RegExp(`conversations/${GROUP}/picture\\?size=64&version=${picture}`),
        () => {
          asked.push(picture);
          return new Response(new Blob([picture], { type: 'image/jpeg' }));
        },
      );
    const socket = await enterTea({ picture: CAKE });
    const shown = () =>
      new Set([...document.querySelectorAll('img[src^="blob:"]')].map((image) => image.getAttribute('src')));
    await waitFor(() => expect(shown().size).toBe(1));
    act(() => socket.says(happened(2, 'group-picture-changed', { changedBy: BOB, picture: POT })));
    await screen.findByText('Bob Brown changed the group’s picture');
    await waitFor(() => expect(asked).toEqual([CAKE, POT]));
    await waitFor(() => expect(shown().size).toBe(1));
    act(() => socket.says(happened(3, 'group-picture-changed', { changedBy: ALICE, picture: null })));
    await screen.findByText('You removed the group’s picture');
    await waitFor(() => expect(shown().size).toBe(0));
  });

  test('loses its picture by whoever may edit it', async () => {
    stage.answering('GET', /picture\?/, () => new Response('', { status: 503 }));
    await enterTea({ picture: CAKE });
    const sent = vi.fn((_: string | undefined) => ({ conversation: GROUP, position: 9 }));
    stage.answering('PUT', /picture$/, sent);
    const dialog = await openInfo();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Picture' }));
    await within(dialog).findByRole('button', { name: 'Choose another picture' });
    await stage.expectAccessible();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove the picture' }));
    await within(dialog).findByRole('list', { name: 'Members' });
    expect(JSON.parse(sent.mock.calls[0]?.[0] ?? '')).toEqual({ upload: null });
  });

  test('has no picture to choose for who may not edit it', async () => {
    await enterTea({ roles: [{ member: BOB, role: 'owner' }] });
    const dialog = await openInfo();
    expect(within(dialog).queryByRole('button', { name: 'Picture' })).toBeNull();
  });

  test('gives and takes away roles, and with them what one can do', async () => {
    const socket = await enterTea();
    const sent = vi.fn((_: string | undefined) => ({ conversation: GROUP, position: 9 }));
    stage.answering('PUT', new RegExp(`members/${BOB}/role$`), sent);
    const dialog = await openInfo();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Role of Bob Brown' }));
    fireEvent.click(await within(dialog).findByRole('radio', { name: 'Admin' }));
    await stage.expectAccessible();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await within(dialog).findByRole('list', { name: 'Members' });
    expect(JSON.parse(sent.mock.calls[0]?.[0] ?? '')).toEqual({ role: 'admin' });
    const roles = (sequence: number, members: object[], changedBy: string) =>
      act(() => socket.says(happened(sequence, 'roles-changed', { members, changedBy })));
    roles(2, [{ member: BOB, role: 'admin' }], ALICE);
    await screen.findByText('You made Bob Brown an admin');
    roles(
      3,
      [
        { member: BOB, role: 'owner' },
        { member: ALICE, role: 'admin' },
      ],
      ALICE,
    );
    await screen.findByText('You handed the group over to Bob Brown');
    expect(members(dialog)).toEqual(['Alice Archer (you)@aliceAdmin', 'Bob Brown@bobOwner']);
    expect(within(dialog).queryByRole('button', { name: 'Settings' })).toBeNull();
    roles(4, [{ member: ALICE, role: 'member' }], BOB);
    await screen.findByText('Bob Brown made you a member');
    expect(within(dialog).queryByRole('button', { name: 'Add people' })).toBeNull();
  });

  test('is not left by its last owner before another one is named', async () => {
    await enterTea();
    const asked: string[] = [];
    stage.answering('PUT', /owner$/, (body) => {
      asked.push(`owner ${body}`);
      return { conversation: GROUP, position: 9 };
    });
    stage.answering('DELETE', /members\/me$/, () => {
      asked.push('left');
      return { conversation: GROUP, position: 10 };
    });
    const dialog = await openInfo();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Leave group' }));
    const leave = await within(dialog).findByRole('button', { name: 'Hand over and leave' });
    expect(leave.hasAttribute('disabled')).toBe(true);
    await stage.expectAccessible();
    fireEvent.click(within(dialog).getByRole('option', { name: 'Bob Brown' }));
    fireEvent.click(leave);
    await waitFor(() => expect(asked).toEqual([`owner {"user":"${BOB}"}`, 'left']));
  });

  test('that is closed is read and not written in', async () => {
    const socket = await enterTea();
    act(() =>
      socket.says(
        happened(2, 'group-settings-changed', {
          settings: { add: 'admin', write: 'admin', edit: 'admin', history: 'joining', mention: 'member' },
          changedBy: ALICE,
        }),
      ),
    );
    await screen.findByText('You changed the group’s settings');
    expect(screen.getByRole('textbox', { name: 'Message' })).toBeDefined();
    act(() => socket.says(happened(3, 'group-closed', { closedBy: ALICE })));
    await screen.findByText('You closed the group');
    await screen.findByText(/This group is closed. You can read it/);
    expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
    const dialog = await openInfo();
    for (const name of ['Add people', 'Settings', 'Close group', 'Role of Bob Brown'])
      expect(within(dialog).queryByRole('button', { name })).toBeNull();
    await within(dialog).findByText(/nothing happens in it any more/);
    await stage.expectAccessible();
  });

  test('that is closed is deleted by its owner, and goes for everyone with the event', async () => {
    const socket = await enterTea();
    act(() => socket.says(happened(2, 'group-closed', { closedBy: ALICE })));
    await screen.findByText('You closed the group');
    const deleted = vi.fn(() => ({ conversation: GROUP, position: 11 }));
    stage.answering('DELETE', new RegExp(`conversations/${GROUP}$`), deleted);
    const dialog = await openInfo();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete group' }));
    await within(dialog).findByText(/Nobody can bring it back/);
    await stage.expectAccessible();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete group' }));
    await waitFor(() => expect(deleted).toHaveBeenCalledOnce());
    stage.answering('GET', new RegExp(`conversations/${GROUP}`), () => unknownConversation());
    act(() => socket.says(happened(3, 'group-deleted', { members: [ALICE, BOB], deletedBy: ALICE })));
    await screen.findByText('You are no longer in this group');
  });

  test('in which one’s role does not write says so', async () => {
    arrangeTea({
      roles: [{ member: BOB, role: 'owner' }],
      settings: { add: 'admin', write: 'admin', edit: 'admin', history: 'joining', mention: 'member' },
    });
    await stage.enter(`#/c/${GROUP}`);
    await screen.findByText('Only owners and admins write in this group.');
    expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
  });

  test('is joined by links, which are made, copied and revoked', async () => {
    const socket = await enterTea();
    const link = {
      link: 'l1',
      code: 'c0de',
      madeBy: ALICE,
      uses: 10,
      used: 3,
      until: timeOf(1),
      approval: true,
    };
    let links: object[] = [link];
    stage.answering('GET', /links$/, () => ({ items: links }));
    const made = vi.fn((_: string | undefined) => {
      links = [link, { link: 'l2', code: 'an0ther', madeBy: ALICE, used: 0, approval: false }];
      return { link: 'l2', code: 'an0ther', madeBy: ALICE, used: 0, approval: false };
    });
    stage.answering('POST', /links$/, made);
    stage.answering('DELETE', /links\/l1$/, () => {
      links = links.slice(1);
      return { conversation: GROUP, position: 9 };
    });
    const dialog = await openInfo();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Links to join' }));
    await within(dialog).findByText(/#\/join\/c0de$/);
    await within(dialog).findByText(/3 of 10 joined/);
    await stage.expectAccessible();
    const good = within(within(dialog).getByRole('radiogroup', { name: 'Good for' }));
    fireEvent.click(good.getByRole('radio', { name: '1 person' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Make a link' }));
    await within(dialog).findByText(/#\/join\/an0ther$/);
    expect(JSON.parse(made.mock.calls[0]?.[0] ?? '')).toEqual({ uses: 1, days: 7, approval: false });
    const first = within(dialog)
      .getByText(/#\/join\/c0de$/)
      .closest('li');
    if (!first) throw new Error('the link is in no row');
    fireEvent.click(within(first).getByRole('button', { name: 'Revoke link' }));
    await waitFor(() => expect(within(dialog).queryByText(/c0de/)).toBeNull());
    act(() => socket.says(happened(2, 'join-link-made', { link: 'l2', madeBy: ALICE })));
    await screen.findByText('You made a link to join');
    const came = { member: CAROL, addedBy: CAROL, role: 'member', lastNumber: 1, link: 'l2' };
    stage.answering('GET', new RegExp(`conversations/${GROUP}$`), () =>
      tea({ members: [...tea().members, asMember], lastSequence: 3 }),
    );
    act(() => socket.says(happened(3, 'member-added', came)));
    await screen.findByText('Carol Clark joined by a link');
  });

  test('takes people who are added, and says why one is not', async () => {
    await enterTea();
    stage.answering('GET', /users\?query=/, () => ({ items: [carol], next: null }));
    const refusal = {
      type: 'about:blank',
      title: '',
      status: 422,
      detail: '',
      code: 'group_too_large',
      retryable: false,
    };
    stage.answering('POST', /members$/, () => new Response(JSON.stringify(refusal), { status: 422 }));
    const dialog = await openInfo();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add people' }));
    const field = await screen.findByRole('textbox', { name: /Add people/ });
    fireEvent.change(field, { target: { value: 'carol' } });
    fireEvent.click(await screen.findByRole('option', { name: /Carol Clark/ }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add people' }));
    await within(dialog).findByText('A group has at most 1,000 members.');
    const post = vi.fn((_: string | undefined) => ({ conversation: GROUP, position: 9, asked: [] }));
    stage.answering('POST', /members$/, post);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add people' }));
    await within(dialog).findByRole('list', { name: 'Members' });
    expect(JSON.parse(post.mock.calls[0]?.[0] ?? '')).toEqual({ users: [CAROL] });
  });

  test('says who was not added but asked', async () => {
    await enterTea();
    stage.answering('GET', /users\?query=/, () => ({ items: [carol], next: null }));
    stage.answering('POST', /members$/, () => ({ conversation: GROUP, position: 9, asked: [CAROL] }));
    const dialog = await openInfo();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add people' }));
    const field = await screen.findByRole('textbox', { name: /Add people/ });
    fireEvent.change(field, { target: { value: 'carol' } });
    fireEvent.click(await screen.findByRole('option', { name: /Carol Clark/ }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add people' }));
    await within(dialog).findByText('Carol Clark was invited, and comes as soon as they accept.');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
    await within(dialog).findByRole('list', { name: 'Members' });
  });

  test('that one is removed from says so, and is in no list any more', async () => {
    const socket = await enterTea({ roles: [{ member: BOB, role: 'owner' }] });
    stage.answering('GET', new RegExp(`conversations/${GROUP}`), () => unknownConversation());
    act(() => socket.says(happened(2, 'member-removed', { member: ALICE, removedBy: BOB })));
    await screen.findByRole('heading', { name: 'You are no longer in this group' });
    expect(screen.queryByRole('link', { name: /Tea party/ })).toBeNull();
    await stage.expectAccessible();
  });

  test('tells by how many a message was read, and ticks when it was by all', async () => {
    const receipts = [
      { member: BOB, deliveredAt: timeOf(3), readAt: timeOf(4) },
      { member: CAROL, deliveredAt: timeOf(5), readAt: null },
    ];
    stage.answering('GET', /messages\/2\/receipts$/, () => ({ number: 2, receipts }));
    const socket = await enterTea({ members: [...tea().members, asMember], watermarks: [] });
    act(() => socket.says(inGroup(eventAt(2))));
    const receipt = (member: string, kind: 'read' | 'delivered') =>
      socket.says({
        type: 'receipt',
        conversation: GROUP,
        member,
        kind,
        upTo: 2,
        at: timeOf(4),
        position: 9,
        cursor: 'k',
      });
    act(() => receipt(BOB, 'read'));
    await screen.findByRole('button', { name: 'Sent. Show times' });
    act(() => receipt(CAROL, 'delivered'));
    fireEvent.click(await screen.findByRole('button', { name: 'Delivered. Show times' }));
    await screen.findByText('Read by 1 of 2');
    await screen.findByText('Delivered, not read');
    await stage.expectAccessible();
    act(() => receipt(CAROL, 'read'));
    await waitFor(() => expect(document.querySelector('[aria-label="Read. Show times"]')).not.toBeNull());
  });
});

test('a conversation of two becomes a group with the other in it', async () => {
  const made = vi.fn((_: string | undefined) => ({ conversation: GROUP, position: 4, asked: [] }));
  stage.answering('POST', /conversations\/groups$/, made);
  stage.answering('GET', new RegExp(`conversations/${GROUP}$`), () => tea());
  await stage.enter(`#/c/${TALK}`);
  fireEvent.click(await screen.findByRole('button', { name: 'New group with Bob Brown' }));
  const name = await screen.findByRole('textbox', { name: 'Name of the group' });
  await screen.findByRole('button', { name: 'Bob Brown, take away' });
  fireEvent.change(name, { target: { value: 'Tea party' } });
  fireEvent.click(screen.getByRole('button', { name: 'Create group' }));
  await waitFor(() => expect(made).toHaveBeenCalledOnce());
  expect(JSON.parse(made.mock.calls[0]?.[0] ?? '')).toEqual({ name: 'Tea party', members: [BOB] });
});

describe('a link into a group', () => {
  const preview = { name: 'Tea party', about: 'At five', members: 12, approval: false };

  test('tells who is signed in where it leads, and lets them in', async () => {
    stage.answering('GET', /join-links\/c0de$/, () => preview);
    stage.answering('POST', /join-links\/c0de\/members$/, () => ({
      conversation: GROUP,
      position: 4,
      asked: false,
    }));
    stage.answering('GET', new RegExp(`conversations/${GROUP}$`), () => tea());
    await stage.enter('#/join/c0de');
    await screen.findByText('Tea party');
    await screen.findByText('12 members');
    await screen.findByText('At five');
    await stage.expectAccessible();
    fireEvent.click(screen.getByRole('button', { name: 'Join group' }));
    await waitFor(() => expect(window.location.hash).toBe(`#/c/${GROUP}`));
  });

  test('where somebody has to agree takes a line and says that one has asked', async () => {
    stage.answering('GET', /join-links\/c0de$/, () => ({ ...preview, approval: true }));
    const post = vi.fn((_: string | undefined) => ({ conversation: GROUP, position: 4, asked: true }));
    stage.answering('POST', /join-links\/c0de\/members$/, post);
    await stage.enter('#/join/c0de');
    const line = await screen.findByRole('textbox', { name: /What you say/ });
    fireEvent.change(line, { target: { value: 'From the harbour' } });
    await stage.expectAccessible();
    fireEvent.click(screen.getByRole('button', { name: 'Ask to join' }));
    await screen.findByText(/You have asked to join/);
    expect(JSON.parse(post.mock.calls[0]?.[0] ?? '')).toEqual({ line: 'From the harbour' });
    expect(window.location.hash).toBe('#/join/c0de');
  });

  test('that leads nowhere any more says so', async () => {
    const refusal = {
      type: 'about:blank',
      title: '',
      status: 410,
      detail: '',
      code: 'link_gone',
      retryable: false,
    };
    stage.answering('GET', /join-links\/0ld$/, () => new Response(JSON.stringify(refusal), { status: 410 }));
    await stage.enter('#/join/0ld');
    await screen.findByText('This link leads to no group any more.');
    expect(screen.queryByRole('button', { name: 'Join group' })).toBeNull();
  });
});

test('a conversation of two has no group info', async () => {
  await stage.enter(`#/c/${TALK}`);
  await screen.findByRole('textbox', { name: 'Message' });
  expect(screen.queryByRole('button', { name: 'Group info' })).toBeNull();
});

test('whoever leads a group deletes what members said, and nobody else’s words are rewritten', async () => {
  await enterTea();
  await screen.findByText('text 1', { selector: 'div' });
  for (const button of screen.getAllByRole('button', { name: 'Options for this message' }).slice(-1))
    fireEvent.click(button);
  await screen.findByRole('menuitem', { name: 'Delete for everyone' });
  expect(screen.queryByRole('menuitem', { name: 'Edit' })).toBeNull();
});
