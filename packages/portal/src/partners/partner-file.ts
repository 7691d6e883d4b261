/** The partner registry as a file: reviewable YAML, checked whole before any of it is used. */
import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import { z } from 'zod';
import type { Environment } from '../config.ts';
import { isOrigin, mayBePlain } from '../http/origins.ts';
import { KEPT } from '../retention.ts';

/** The portal itself, whose own pages show the tags in the page. */
export const PORTAL_PARTNER = 'portail';

const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens')
  .max(64);

/** A public key of a fund (RFC 7517). Strict: a private one, with its `d`, is refused rather than kept. */
const common = {
  kid: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
  use: z.literal('sig').optional(),
};
const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const FundKey = z.discriminatedUnion('kty', [
  z.strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: coordinate,
    alg: z.enum(['EdDSA', 'Ed25519']).optional(),
    ...common,
  }),
  z.strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: coordinate,
    y: coordinate,
    alg: z.literal('ES256').optional(),
    ...common,
  }),
]);

export type FundKey = z.infer<typeof FundKey>;

/**
 * By convention: the fund's server may vouch for people whom it has signed in (tickets). `levels`, in eIDAS's words, are
 * those that it signs people in with and that are enough; `maxAgeSeconds` is how long ago that may be.
 */
export const FundTicketTerms = z.strictObject({
  levels: z.array(z.enum(['eidas1', 'eidas2', 'eidas3'])).min(1),
  maxAgeSeconds: z.int().min(60).max(KEPT.signedOutSeconds),
});
const FundTicket = z.strictObject({ keys: z.array(FundKey).min(1), ...FundTicketTerms.shape });
export type FundTicket = z.infer<typeof FundTicket>;

export const Partner = z.strictObject({
  id: Slug,
  /** As people know it: pages say "Revenir à …". */
  name: z.string().min(1).max(100),
  /** Pages of these origins may frame the tags. */
  origins: z.array(z.string()).min(1),
  /** Where people come back to after signing in; a request only ever names the id. */
  returns: z.array(z.strictObject({ id: Slug, url: z.string() })).min(1),
  state: z.enum(['active', 'suspended']),
  /** May show personal data in its own page instead of a frame: by convention only. */
  inPage: z.boolean(),
  contacts: z.array(z.strictObject({ role: z.string().min(1), email: z.email() })),
  ticket: FundTicket.optional(),
});
export type Partner = z.infer<typeof Partner>;

export interface PartnerFault {
  readonly line: number;
  readonly message: string;
}

/** A registry that refuses to load; the message names file, line, and what would be right. */
export class PartnerFileError extends Error {
  override readonly name = 'PartnerFileError';
  readonly faults: readonly PartnerFault[];

  constructor(file: string, faults: readonly PartnerFault[]) {
    super(
      [
        'The partner registry cannot be used:',
        ...faults.map(({ line, message }) => `${file}:${line} ${message}`),
      ].join('\n'),
    );
    this.faults = faults;
  }
}

export interface PartnerFileOptions {
  readonly file: string;
  /** Where `${NAME}` placeholders are looked up. */
  readonly environment: Environment;
  readonly sandbox: boolean;
}

/**
 * @throws PartnerFileError
 */
export function parsePartners(text: string, options: PartnerFileOptions): Partner[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const faults: PartnerFault[] = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    message: error.message.split('\n')[0] ?? 'not YAML',
  }));
  const lineOf = (path: readonly PropertyKey[]) => lineIn(document, lines, path);
  const refuse = (path: readonly PropertyKey[], message: string) =>
    faults.push({ line: lineOf(path), message });

  fillPlaceholders(document, options.environment, (offset, message) =>
    faults.push({ line: lines.linePos(offset).line, message }),
  );
  if (faults.length > 0) throw new PartnerFileError(options.file, faults);

  const parsed = z.strictObject({ partners: z.array(Partner) }).safeParse(document.toJS());
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) refuse(path, `${path.join('.')}: ${message}`);
    throw new PartnerFileError(options.file, faults);
  }
  const { partners } = parsed.data;
  for (const [index, partner] of partners.entries()) {
    for (const fault of faultsOf(partner, options.sandbox))
      refuse(['partners', index, ...fault.path], fault.message);
    if (partners.findIndex(({ id }) => id === partner.id) < index) {
      refuse(['partners', index, 'id'], `${partner.id} is there twice`);
    }
  }
  if (faults.length > 0) throw new PartnerFileError(options.file, faults);
  return partners;
}

/** What is wrong with a partner that is to join these, if anything, each with the value that it is of. */
export function newcomerFaults(newcomer: Partner, known: readonly Partner[], sandbox: boolean): string[] {
  const parsed = Partner.safeParse(newcomer);
  const faults: PathFault[] = parsed.success ? faultsOf(parsed.data, sandbox) : parsed.error.issues;
  return [
    ...faults.map(({ path, message }) => {
      const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], newcomer);
      return typeof value === 'string' ? `${value}: ${message}` : `${path.join('.')}: ${message}`;
    }),
    ...(known.some(({ id }) => id === newcomer.id) ? [`${newcomer.id} is registered already`] : []),
  ];
}

interface PathFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function faultsOf(partner: Partner, sandbox: boolean): PathFault[] {
  const faults: PathFault[] = [];
  for (const [index, origin] of partner.origins.entries()) {
    const message = originFault(origin, sandbox);
    if (message !== undefined) faults.push({ path: ['origins', index], message });
  }
  for (const [index, { id, url }] of partner.returns.entries()) {
    const message = returnFault(url, partner.origins);
    if (message !== undefined) faults.push({ path: ['returns', index, 'url'], message });
    if (partner.returns.findIndex((other) => other.id === id) < index) {
      faults.push({ path: ['returns', index, 'id'], message: `${id} is there twice` });
    }
  }
  const kids = partner.ticket?.keys.map(({ kid }) => kid) ?? [];
  for (const [index, kid] of kids.entries()) {
    if (kids.indexOf(kid) < index)
      faults.push({ path: ['ticket', 'keys', index, 'kid'], message: `${kid} is there twice` });
  }
  if (partner.id === PORTAL_PARTNER && partner.ticket !== undefined)
    faults.push({ path: ['ticket'], message: 'the portal’s own pages need no ticket' });
  return faults;
}

/** What is wrong with a partner's origin, if anything. Names with accents are written as DNS has them (xn--…). */
export function originFault(origin: string, sandbox: boolean): string | undefined {
  if (!isOrigin(origin))
    return 'an origin is scheme, host and port as browsers write them, such as https://www.exemple.fr';
  if (!mayBePlain(origin, sandbox))
    return 'an origin must be https (the sandbox also takes http://….localhost)';
  return undefined;
}

/**
 * What is wrong with a return address, if anything. It is compared as written with how a browser writes it, so that
 * user names, backslashes, control characters and look-alike names have no second reading (RFC 9700 §4.1).
 */
export function returnFault(url: string, origins: readonly string[]): string | undefined {
  if (!URL.canParse(url)) return 'a return address is whole, such as https://www.exemple.fr/mon-compte';
  if (new URL(url).href !== url)
    return 'a return address must be written as browsers write it, with its path';
  const { username, password, hash, origin, pathname } = new URL(url);
  if (username !== '' || password !== '') return 'a return address has no user name';
  if (url.includes('#') || hash !== '') return 'a return address has no fragment: the portal adds its own';
  if (pathname.includes('//')) return 'a return address has no empty path segment';
  if (!origins.includes(origin)) return 'a return address stands on one of the partner’s origins';
  return undefined;
}

function fillPlaceholders(
  document: Document,
  environment: Environment,
  refuse: (offset: number, message: string) => void,
): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string') return;
      node.value = node.value.replaceAll(/\$\{([A-Z0-9_]+)\}/g, (_placeholder, name: string) => {
        const value = environment[name];
        if (value !== undefined && value !== '') return value;
        refuse(node.range?.[0] ?? 0, `${name} is not set in the environment`);
        return '';
      });
    },
  });
}

/** The line of a value, or of the nearest thing around it that is there. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range))
      continue;
    return lines.linePos(Number(node.range[0])).line;
  }
  return 1;
}
