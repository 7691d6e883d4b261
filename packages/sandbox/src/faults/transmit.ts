import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FaultSetting } from '../faults.ts';
import type { Answer } from './answer.ts';

const SLOW_MS = 10_000;
const DRIP_MS = 200;
const OVERSIZE_BYTES = 6 * 1024 * 1024;

/** Sends an answer the way the mode says: whole, late, byte by byte, half, or never. */
export function transmit(response: ServerResponse, answer: Answer, setting: FaultSetting): void {
  switch (setting.mode) {
    case 'hang':
      return;
    case 'dead':
      response.destroy();
      return;
    case 'slow':
      later(response, setting.delayMs ?? SLOW_MS, () => send(response, answer));
      return;
    case 'drip':
      drip(response, answer, setting.delayMs ?? DRIP_MS);
      return;
    case 'reset':
      response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.length + 1000 });
      response.write(answer.body, () => response.destroy());
      return;
    case 'oversize':
      // White space before a value is valid JSON: only its size is wrong.
      send(response, { ...answer, body: ' '.repeat(OVERSIZE_BYTES) + answer.body });
      return;
    case 'compressed':
      response.writeHead(answer.status, { ...answer.headers, 'Content-Encoding': 'gzip' });
      response.end(bomb());
      return;
    default:
      send(response, answer);
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}

function later(response: ServerResponse, delayMs: number, act: () => void): void {
  const timer = setTimeout(act, delayMs);
  response.once('close', () => clearTimeout(timer));
}

function drip(response: ServerResponse, { status, headers, body }: Answer, everyMs: number): void {
  const bytes = Buffer.from(body);
  let sent = 0;
  response.writeHead(status, headers);
  const timer = setInterval(() => {
    if (sent === bytes.length) {
      clearInterval(timer);
      response.end();
    } else {
      response.write(bytes.subarray(sent, ++sent));
    }
  }, everyMs);
  response.once('close', () => clearInterval(timer));
}

// A gzip file may be several, one after another (RFC 1952 §2.2): packing one megabyte packs them all.
function bomb(): Buffer {
  const megabyte = gzipSync(Buffer.alloc(1024 * 1024, ' '));
  return Buffer.concat(Array.from({ length: 64 }, () => megabyte));
}
