import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One value for the content of files and folders: the same only if nothing in them has changed. */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(filesUnder).sort())
    hash.update(path).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}

/** Folders of what is installed or built. */
const MADE = new Set(['node_modules', 'dist', 'target']);

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !MADE.has(name))
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Runs an action unless it has run for the same fingerprint before and its result is still there. */
export function unlessDone({ stamp, result, value, action }) {
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === value) return;
  action();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, value);
}
