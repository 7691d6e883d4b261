/** `node peak-memory.ts FILE`: reads one deposit, and tells how much memory that took, in bytes. */
import { readAll } from './read-all.ts';

const KIBIBYTE = 1024;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Which file?');
const idle = process.memoryUsage.rss();
await readAll(path);
console.log(JSON.stringify({ idle, peak: process.resourceUsage().maxRSS * KIBIBYTE }));
