/**
 * Is this exactly an origin: scheme, host and port as a browser writes them, and nothing else? URLs allow `*`, `;` and
 * `,` in a host; a content security policy would read a wildcard or another directive there.
 */
export function isOrigin(text: string): boolean {
  return (
    /^https?:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d+)?$/.test(text) &&
    URL.canParse(text) &&
    new URL(text).origin === text
  );
}

/** A name of this machine only: RFC 6761 keeps `localhost` and all names under it for the loopback. */
export function isLoopbackName(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]'
  );
}

/** Plain http is for this machine, and there for the sandbox. */
export function mayBePlain(address: string, sandbox: boolean): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (sandbox && isLoopbackName(hostname));
}
