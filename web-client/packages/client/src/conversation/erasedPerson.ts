import type { ChatState, Person } from './ChatState';

/** Who someone is once their account was deleted. */
export function erasedPerson(user: string): Person {
  return { user, username: '', displayName: '', erased: true };
}

export function isErased(people: ChatState['people'], user: string): boolean {
  return people[user]?.erased === true;
}
