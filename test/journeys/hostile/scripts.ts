/**
 * What a hostile vendor puts into a partner's page, before anything of ours: each function named here is sent to the page
 * as its own text, and runs there. All that they see goes to the vendor's server as notes.
 */
import { pretend } from './look-alike.ts';
import { notebook } from './notebook.ts';
import { patches } from './patches.ts';
import { prying } from './prying.ts';
import { stealing } from './stealing.ts';
import { watchers } from './watchers.ts';

const asScript = (...functions: (() => void)[]) =>
  functions.map((code) => `(${code.toString()})();`).join('\n');

/** The vendor's script. */
export const HOSTILE_SCRIPT = asScript(notebook, patches, watchers, prying);

/** The vendor's script for a page whose fund gives tickets. */
export const THIEVING_SCRIPT = asScript(notebook, patches, watchers, stealing);

export const LOOK_ALIKE_SCRIPT = asScript(notebook, pretend);
