import { fingerprint, unlessDone } from './fingerprint.mjs';
import { npm } from './run.mjs';

unlessDone({
  stamp: 'target/bundled',
  result: 'target/classes/static/index.html',
  value: fingerprint(['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']),
  action: () => npm('run', '--silent', 'build'),
});
