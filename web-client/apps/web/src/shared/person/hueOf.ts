/** FNV-1a: the colour of a person or a group. Ids that differ little get colours that differ much. */
export function hueOf(user: string): number {
  let hash = 0x811c9dc5;
  for (const character of user) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % 360;
}
