import { runPlaywright } from './journeys.ts';
import type { Runner } from './runner.ts';

/** Whose ways are tried here: Chromium's are the journeys themselves. */
const OTHERS = ['firefox', 'webkit'] as const;

export const engines: Runner = {
  name: 'engines',
  what: 'cookies, frames and redirects through the real programs in Firefox and WebKit',
  needsKit: true,
  run: async (options) => {
    const asked = OTHERS.filter((engine) => options.engines.includes(engine));
    if (asked.length === 0) {
      console.log('  Chromium alone was asked for: its ways are the journeys');
      return { passed: 0, failed: 0, skipped: 0 };
    }
    const paths =
      options.paths.length > 0 ? options.paths : asked.map((engine) => `test/engines/${engine}.journey.ts`);
    return runPlaywright(['engines'], 'engines', { ...options, paths });
  },
};
