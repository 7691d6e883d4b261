/** A kit of a few tiny entries and two chunks, as the build would leave it. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const SMALL_KIT_VERSION = '1.2.3-test';

const FILES: Readonly<Record<string, { text: string; imports?: string[]; lazy?: string[] }>> = {
  'embed.js': { text: 'export {};' },
  'reserve.css': { text: '' },
  'controller.js': { text: "import './chunks/client-1.js';", imports: ['chunks/client-1.js'] },
  'ticket.js': { text: 'export {};' },
  'frame.js': {
    text: "import './chunks/client-1.js'; void import('./elements/rights-bubble.js');",
    imports: ['chunks/client-1.js'],
    lazy: ['elements/rights-bubble.js'],
  },
  'hosted.js': { text: "import './elements/rights-overview.js';", imports: ['elements/rights-overview.js'] },
  'elements/rights-bubble.js': { text: "import '../chunks/lit-2.js';", imports: ['chunks/lit-2.js'] },
  'elements/rights-overview.js': { text: "import '../chunks/lit-2.js';", imports: ['chunks/lit-2.js'] },
  'chunks/client-1.js': { text: `export const words = ${JSON.stringify('du texte '.repeat(500))};` },
  'chunks/lit-2.js': { text: 'export {};' },
};

export async function writeSmallKit(folder: string, version = SMALL_KIT_VERSION): Promise<void> {
  const files: Record<string, object> = {};
  for (const [name, { text, imports = [], lazy = [] }] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
    const integrity = `sha384-${createHash('sha384').update(text).digest('base64')}`;
    files[name] = { integrity, imports, lazy };
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ version, files }));
}
