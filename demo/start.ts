import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { signInChoices } from '@mds-kit/sandbox/citizens';
import {
  fillResources,
  inboxOf,
  RESOURCES_PORT,
  resourcesProgram,
} from '@mds-kit/sandbox/employers/resources-program';
import { launch, type Program, type Running } from '@mds-kit/sandbox/launch';
import { USUAL_PORTS, world } from '@mds-kit/sandbox/world';
import { buildKitIfStale, ROOT } from '../.setup/kit.ts';

// `npm start`: builds what is stale, starts everything on this machine, says what to open and as whom to sign in,
// and stops it all together.

const STORYBOOK_PORT = 4400;

const storybook: Program = {
  name: 'storybook',
  command: [
    process.execPath,
    join(ROOT, 'node_modules/storybook/dist/bin/dispatcher.js'),
    'dev',
    ...['--config-dir', join(ROOT, 'stories/.storybook'), '--port', String(STORYBOOK_PORT)],
    ...['--ci', '--no-version-updates', '--disable-telemetry', '--host', '127.0.0.1'],
  ],
  env: {},
  ready: { port: STORYBOOK_PORT, path: '/iframe.html' },
};

const RESOURCES_DATA = join(ROOT, '.data/resources');

const running: Running[] = [];
let stopping = false;

async function stopAll(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all(running.map((program) => program.stop()));
  process.exit(exitCode);
}

/** What a program says is for its log; only the words of one that fails are put before the person's eyes. */
async function start(program: Program): Promise<void> {
  const started = await launch(program);
  running.push(started);
  started.process.once('exit', (code) => {
    if (stopping) return;
    console.error(`\n${program.name} stopped (code ${code ?? 'none'}):\n${started.output().slice(-2000)}`);
    void stopAll(1);
  });
}

function printWhatToOpen(place: ReturnType<typeof world>): void {
  const choices = signInChoices();
  const places = [
    [`${place.cafUrl}/mon-compte`, 'an invented Caf’s account page: the six domains'],
    [`${place.msaUrl}/mon-espace`, 'an invented MSA’s, in its own look: single bubbles'],
    [`${place.cpamUrl}/mon-compte`, 'an invented CPAM’s, by convention without frames: the tags in its page'],
    [`${place.townHallUrl}/strict`, 'an invented town hall’s page under the strictest policy'],
    [`${place.townHallUrl}/sans-script`, 'the same without any script: a link to the portal'],
    [`${place.portalUrl}/`, 'the central portal'],
    [`http://resources.localhost:${RESOURCES_PORT}/healthz`, 'the monthly resources: what employers declare'],
    [`http://localhost:${STORYBOOK_PORT}/`, 'Storybook: every element in every state'],
  ] as const;
  const width = Math.max(...choices.map(({ name }) => name.length));
  console.log(`
mds-kit runs. Everybody in it is invented.

${places.map(([url, what]) => `  ${url.padEnd(38)}  ${what}`).join('\n')}

Sign in as anybody below. The first time, the portal asks for the social-security number: it stands beside the name.

${choices.map(({ name, nir, who }) => `  ${name.padEnd(width)}  ${nir}  ${who}`).join('\n')}

Make an organisation silent, slow or wrong while all this runs, and mend it again:

  curl -X PUT ${place.faultsUrl}/france-travail -d '{"mode":"hang"}'
  curl -X PUT ${place.faultsUrl}/france-travail -d '{"mode":"ok"}'

Declare a salary once more, 50 euros higher, and reload a page that shows it:

  node packages/sandbox/src/employers/write-correction.ts ${relative(ROOT, inboxOf(RESOURCES_DATA))} --citizen camille --by=5000

Ask for somebody’s monthly resources as a Caf does for a housing aid, and as a fund that has no agreement to:

  node packages/sandbox/src/funds/ask-resources.ts --fund cnaf --citizen camille
  node packages/sandbox/src/funds/ask-resources.ts --fund msa --citizen camille

Ctrl-C stops it all.
`);
}

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stopAll(0));
  await buildKitIfStale();
  const data = join(ROOT, '.data/portal');
  mkdirSync(data, { recursive: true });
  const place = world({ ports: USUAL_PORTS, root: ROOT, data });
  // Storybook takes the longest and needs nobody: it starts beside the others.
  const stories = start(storybook);
  await fillResources(ROOT, RESOURCES_DATA, new Date(process.env.MDS_NOW ?? Date.now()));
  const { portalUrl, fundsUrl } = place;
  await start(
    resourcesProgram({ root: ROOT, port: RESOURCES_PORT, data: RESOURCES_DATA, portalUrl, fundsUrl }),
  );
  for (const program of place.programs) await start(program);
  await stories;
  printWhatToOpen(place);
}

main().catch(async (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  await stopAll(1);
});
