import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// Beside each file of text its smallest forms, which the server sends to whoever takes them: compressed once, and not for each request.
const FOLDER = 'target/classes/static';
const TEXT = /\.(js|css|html|svg|json|webmanifest)$/;
/** What fits into one packet gains nothing. */
const SMALLEST = 1_024;

for (const entry of readdirSync(FOLDER, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !TEXT.test(entry.name)) continue;
  const content = readFileSync(path);
  if (content.length < SMALLEST) continue;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { ...quality, ...size } }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}
