import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import type { SignedInHeaders } from '../sign-in.ts';

/** A server to load: where, and as which process (for its processor time). */
export type Target = { url: string; pid: number };

export type Load = { answers: number; seconds: number; bytes: number; processorSeconds: number | undefined };

/** Seconds of processor time of a process since it began, over all its threads; only Linux tells. */
function processorSeconds(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    // utime and stime, in hundredths (USER_HZ, proc(5))
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/**
 * Asks for every path in turn, a connection per person. `amount` is of answers in all, and every one of them is waited
 * for, so that what was asked of the suppliers can be counted exactly.
 */
export async function load(
  target: Target,
  paths: readonly string[],
  sessions: readonly SignedInHeaders[],
  amount: number,
): Promise<Load> {
  const before = processorSeconds(target.pid);
  let next = 0;
  // autocannon's own clock ticks in seconds when it is told an amount: the first question and the last answer tell.
  let [began, ended] = [Number.NaN, Number.NaN];
  const result = await autocannon({
    url: target.url,
    connections: sessions.length,
    amount,
    timeout: 30,
    setupClient: (client) => {
      const headers = sessions[next++ % sessions.length];
      if (next === 1) began = performance.now();
      client.on('response', () => (ended = performance.now()));
      client.setRequests(paths.map((path) => ({ method: 'GET' as const, path, headers: { ...headers } })));
    },
  });
  const after = processorSeconds(target.pid);
  if (result['2xx'] !== amount || result.errors > 0)
    throw new Error(
      `${target.url} answered ${result['2xx']} of ${amount} well, ${result.non2xx} otherwise, ${result.errors} not at all.`,
    );
  return {
    answers: amount,
    seconds: (ended - began) / 1000,
    bytes: result.throughput.total,
    processorSeconds: before === undefined || after === undefined ? undefined : after - before,
  };
}
