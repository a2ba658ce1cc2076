import { fingerprint, unlessDone } from './fingerprint.mjs';
import { npm } from './run.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The web client needs Node 20.19 or newer to be built; this is ${process.versions.node}.`);
  process.exit(1);
}

unlessDone({
  stamp: 'node_modules/.installed',
  result: 'node_modules',
  value: fingerprint(['package.json', 'package-lock.json']),
  action: () => npm('ci', '--no-audit', '--no-fund'),
});
