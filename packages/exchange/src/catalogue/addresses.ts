/** What is wrong with an address, and what would be right; undefined when nothing is. Never repeats the address. */
export type Verdict = string | undefined;

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

function onThisMachine(hostname: string): boolean {
  return LOOPBACK.has(hostname) || hostname.endsWith('.localhost');
}

function judge(address: string, sandbox: boolean, local: (hostname: string) => boolean): URL | string {
  const url = URL.parse(address);
  if (!url) return 'is no address: write a whole one, https://…';
  if (url.username || url.password)
    return 'carries a user name or password: take it out of the address, keys stand under key';
  if (url.protocol === 'https:') return url;
  if (url.protocol !== 'http:') return 'must be an https:// address';
  if (!sandbox)
    return local(url.hostname)
      ? 'is on this machine: only a sandbox may go there, use an https:// address'
      : 'must be an https:// address: what is pinned must not be changed on its way';
  return local(url.hostname) ? url : 'must be an https:// address; http:// is for *.localhost in the sandbox';
}

/** Where a person is sent: https, or `http://*.localhost` in the sandbox. */
export function judgeLink(address: string, sandbox: boolean): Verdict {
  const url = judge(address, sandbox, (hostname) => hostname.endsWith('.localhost'));
  return typeof url === 'string' ? url : undefined;
}

/** Base address of an API: https, or this machine in the sandbox; paths are added to it. */
export function judgeEndpoint(address: string, sandbox: boolean): Verdict {
  const url = judge(address, sandbox, onThisMachine);
  if (typeof url === 'string') return url;
  if (url.search || url.hash)
    return 'carries a query or a fragment: give the base address, paths are added to it';
  return undefined;
}

/** What a person is told of where a link leads: "sur caf.fr". */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\w?\./, '');
}
