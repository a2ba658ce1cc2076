interface Named {
  username: string;
}

/** Whoever has the username that was typed, or else the first who was found; nobody if nothing was typed. */
export function meantBy<Found extends Named>(typed: string, found: readonly Found[]): Found | undefined {
  const username = usernameIn(typed);
  return username === '' ? undefined : (found.find((person) => person.username === username) ?? found[0]);
}

/** What was typed, as a username is written. */
export function usernameIn(typed: string): string {
  return typed.trim().replace(/^@/, '').toLowerCase();
}
