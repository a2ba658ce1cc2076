import { spawnSync } from 'node:child_process';

/** Runs npm with what it prints in sight, and ends this process if npm fails. */
export function npm(...args) {
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
