import { spoken } from '@/shared/words/words';

/** Words are put into sentences between marks of their direction; a name that the server keeps has none. */
const MARKS = /[\u2066-\u2069]/g;

/** A name a person recognizes in the list of sessions. */
export function deviceName(userAgent: string = navigator.userAgent): string {
  const { words } = spoken();
  const name = words('welcome.device', {
    browser: browser(userAgent) ?? words('welcome.device.unknown-browser'),
    system: system(userAgent) ?? words('welcome.device.unknown-system'),
  });
  return name.replace(MARKS, '');
}

function browser(agent: string): string | null {
  if (agent.includes('Edg/')) return 'Edge';
  if (agent.includes('OPR/')) return 'Opera';
  if (agent.includes('Firefox/')) return 'Firefox';
  if (agent.includes('Chrome/')) return 'Chrome';
  return agent.includes('Safari/') ? 'Safari' : null;
}

function system(agent: string): string | null {
  if (/Android/.test(agent)) return 'Android';
  if (/iPhone|iPad/.test(agent)) return 'iOS';
  if (/Windows/.test(agent)) return 'Windows';
  if (/Mac OS/.test(agent)) return 'macOS';
  return /Linux|CrOS/.test(agent) ? 'Linux' : null;
}
