import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { clockTime, dayName, lastSeenPhrase } from '@/shared/time/format';
import { languageOf, localeOf } from '@/shared/words/languages';
import { chooseLanguage, listed, speakOfAll, spoken } from '@/shared/words/words';
import { Stage } from './testing/stage';

const stage = new Stage();

afterEach(() => chooseLanguage('en'));

const lang = () => document.documentElement.lang;
const dir = () => document.documentElement.dir;

describe('a language', () => {
  test('is the browser’s first that Parley speaks, and its variant writes dates', () => {
    expect(languageOf(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(languageOf(['fr'])).toBe('en');
    expect(localeOf('de', ['fr-FR', 'de-AT'])).toBe('de-AT');
    expect(localeOf('ar', ['fr-FR'])).toBe('ar');
  });

  test('is told to the document, with its direction', async () => {
    await chooseLanguage('ar');
    expect([lang(), dir()]).toEqual(['ar', 'rtl']);
    await chooseLanguage('de');
    expect([lang(), dir()]).toEqual(['de', 'ltr']);
  });

  test('counts in its own way', async () => {
    const counted = [1, 2, 3, 11].map((count) => spoken().words('thread.jump.new', { count }));
    expect(counted).toEqual(['1 new message', '2 new messages', '3 new messages', '11 new messages']);
    await chooseLanguage('ar');
    expect(spoken().words('thread.jump.new', { count: 2 })).toBe('رسالتان جديدتان');
  });

  test('keeps a name in the other direction from turning the sentence', async () => {
    await speakOfAll();
    expect(spoken().words('receipts.read', { name: 'ليلى' })).toBe('Read by \u2068ليلى\u2069');
    expect(spoken().words('receipts.read', { name: 'Bob' })).toBe('Read by Bob');
  });

  test('lists names and says days and times', async () => {
    const now = new Date(2026, 4, 7, 12);
    const at = (day: number) => new Date(2026, 4, day, 9, 30).toISOString();
    await chooseLanguage('de');
    expect(listed(['Alice', 'Bob', 'Carol'])).toBe('Alice, Bob und Carol');
    expect([dayName(at(7), now), dayName(at(6), now)]).toEqual(['Heute', 'Gestern']);
    expect(lastSeenPhrase(at(6), now)).toBe(`Gestern um ${clockTime(at(6))} gesehen`);
  });

  test('can be chosen on the account page, changes what is shown at once, and is kept', async () => {
    await stage.enter('#/account');
    fireEvent.click(await screen.findByRole('radio', { name: 'Deutsch' }));
    await screen.findByRole('navigation', { name: 'Unterhaltungen' });
    expect(localStorage.getItem('parley.language')).toBe('de');
    await stage.expectAccessible();
    expect(stage.sockets).toHaveLength(1);
    await act(() => chooseLanguage('en'));
  });
});
