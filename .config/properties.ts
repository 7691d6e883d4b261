/**
 * How many cases property tests try, in the one place: a thousand each, and ten thousand with `npm test -- --full`. A
 * machine that is too slow for all of them stops in time, and what it tried by then counts. A property that states its
 * own count does so because each of its cases is slow.
 *
 * A plain run tries the same cases every time: where it fails, the change at hand is why. A full run draws new ones, and
 * prints the seed of what fails.
 */
import fc from 'fast-check';

const full = process.env.MDS_FULL !== undefined;

fc.configureGlobal(full ? { numRuns: 10_000 } : { numRuns: 1000, seed: 20261122 });
// Less than a test may take: testTimeout in vitest.config.ts.
fc.installGlobalPlugin(fc.interruptAfterTimeLimit(full ? 60_000 : 8000));
