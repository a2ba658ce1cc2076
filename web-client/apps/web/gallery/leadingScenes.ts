import type { FakeServer } from './FakeServer';
import { GROUP, withGroup } from './groupTalk';
import type { Scene } from './Scene';
import { press, seen } from './steps';
import { ago } from './talks';

const group = `#/c/${GROUP}`;
const shown = () => seen(() => document.querySelector('[role=listitem] time'));

/** Two things are reported, one person asks to join, and one is muted. */
function led(server: FakeServer): void {
  const held = withGroup(server);
  const [, bob, carol, dmitri] = held.view.members;
  const said = held.messages[4];
  if (!bob || !carol || !dmitri || !said) return;
  held.view.mutes = [{ member: dmitri.user, until: ago(-90) }];
  const message = {
    message: said.message,
    number: said.number,
    sequence: said.sequence,
    text: said.text ?? '',
  };
  server.answering('GET', /conversations\/[^/]+\/reports$/, () => ({
    items: [
      { report: 'r1', reporter: carol, about: dmitri, message, line: 'He says this every week.', at: ago(5) },
      { report: 'r2', reporter: bob, about: dmitri, at: ago(50) },
    ],
  }));
  server.answering('GET', /conversations\/[^/]+\/admissions$/, () => ({
    items: [
      {
        person: { ...carol, user: '00000000-0000-7000-8000-0000000000ff' },
        line: 'I sing alto.',
        at: ago(70),
      },
    ],
  }));
}

/** What those who lead a group see. */
export const leadingScenes: Record<string, Scene> = {
  'group-reports': {
    hash: group,
    set: led,
    play: async () => {
      await shown();
      (await seen(() => document.querySelector<HTMLElement>('button[aria-label$="2"]'))).click();
      await seen(() => document.querySelector('[role=dialog] li'));
    },
  },
  'group-members-muted': {
    hash: group,
    set: led,
    play: async () => {
      await shown();
      await press('groups.info');
      await seen(() => document.querySelector('[role=dialog] li time, [role=dialog] li'));
    },
  },
};
