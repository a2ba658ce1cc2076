import fc from 'fast-check';

/** A long run of the tests looks at more examples of each property. */
fc.configureGlobal({ numRuns: process.env.PARLEY_TEST_LONG ? 3_000 : 100 });
