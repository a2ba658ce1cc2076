import { readFileSync } from 'node:fs';
import { fingerprint, unlessDone } from './fingerprint.mjs';
import { npm } from './run.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The web client needs Node 20.19 or newer to be built; this is ${process.versions.node}.`);
  process.exit(1);
}

const { workspaces } = JSON.parse(readFileSync('package.json', 'utf8'));

unlessDone({
  stamp: 'node_modules/.installed',
  result: 'node_modules',
  value: fingerprint([
    'package-lock.json',
    'package.json',
    ...workspaces.map((each) => `${each}/package.json`),
  ]),
  action: () => npm('ci', '--no-audit', '--no-fund'),
});
