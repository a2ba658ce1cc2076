/** A name a person recognizes in the list of sessions. */
export function deviceName(userAgent: string = navigator.userAgent): string {
  return `${browser(userAgent)} on ${system(userAgent)}`;
}

function browser(agent: string): string {
  if (agent.includes('Edg/')) return 'Edge';
  if (agent.includes('OPR/')) return 'Opera';
  if (agent.includes('Firefox/')) return 'Firefox';
  if (agent.includes('Chrome/')) return 'Chrome';
  return agent.includes('Safari/') ? 'Safari' : 'Browser';
}

function system(agent: string): string {
  if (/Android/.test(agent)) return 'Android';
  if (/iPhone|iPad/.test(agent)) return 'iOS';
  if (/Windows/.test(agent)) return 'Windows';
  if (/Mac OS/.test(agent)) return 'macOS';
  return /Linux|CrOS/.test(agent) ? 'Linux' : 'an unknown system';
}
