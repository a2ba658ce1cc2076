/** Letters and digits that look like a Latin letter, each before the one it looks like. */
const ALIKE = 'аaеeоoрpсcуyхxіiјjѕsԁdһhքpոnսuвbнhкkмmтtαaοoνvρpυuιiκkτtχxβbεeζzηhμmɡgɑaıi0o1l|lǀl5s';

const PAIRS = new Map<string, string>();
for (let i = 0; i + 1 < ALIKE.length; i += 2) {
  const [letter, like] = [ALIKE[i], ALIKE[i + 1]];
  if (letter && like) PAIRS.set(letter, like);
}

/** What is left of a name where letters that look alike are taken for one another: names with the same are easily mistaken. */
export function skeleton(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\p{Z}\p{P}]/gu, '')
    .replace(/./gu, (letter) => PAIRS.get(letter) ?? letter)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('i', 'l');
}
