import { writeTypes } from './catalogues.mjs';
import { check } from './check.mjs';

// Writes the types of the catalogues; with --check it also says what is wrong with them, and which words are in no catalogue.
writeTypes();
if (process.argv.includes('--check')) {
  const faults = check();
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exit(1);
}
