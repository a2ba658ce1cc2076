import { expect, test } from 'vitest';
import { chooseLanguage, speakOfAll } from '../words/words';
import { deviceName } from './deviceName';
import { initials } from './initials';

test('initials take the first letters of the first and the last word', () => {
  expect(['Bob Brown', 'ana maría lópez', 'Cher', ' '].map(initials)).toEqual(['BB', 'AL', 'C', '']);
});

test('a device is named by its browser and system', async () => {
  await speakOfAll();
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36')).toBe(
    'Chrome on Linux',
  );
  await chooseLanguage('ar');
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0')).toBe('Firefox على Linux');
  await chooseLanguage('en');
});
