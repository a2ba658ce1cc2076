import { fingerprint, unlessDone } from './fingerprint.mjs';
import { npm } from './run.mjs';

unlessDone({
  stamp: 'target/bundled',
  result: 'target/classes/static/index.html',
  value: fingerprint([
    'apps/web',
    'build',
    'packages',
    'tsconfig.base.json',
    'package.json',
    'package-lock.json',
  ]),
  action: () => npm('run', '--silent', 'build'),
});
