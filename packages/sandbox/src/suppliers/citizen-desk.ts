import type { IncomingMessage } from 'node:http';
import { citizenByPivot } from '../citizens.ts';
import type { Clock } from '../clock.ts';
import { errorAnswer, jsonAnswer, type Answer } from '../faults/answer.ts';
import type { FaultMode } from '../faults.ts';
import { DATA_PROVIDERS } from '../france-connect/data-providers.ts';
import { SUPPLIERS } from '../suppliers.ts';
import { createTokenCheck, FranceConnectSilent, type TokenCheck } from './citizen-token.ts';
import { ProviderKeys } from './provider-keys.ts';
import { isRecipient, type Supplier } from './supplier.ts';
import { telling, type Telling } from './telling.ts';
import type { LoopbackRequest } from '../loopback.ts';

/** How the suppliers reach FranceConnect. */
export type FranceConnectLine = {
  issuer: string;
  fetch: (url: string, request: LoopbackRequest) => Promise<Response>;
  clock: Clock;
};

type Asked = { request: IncomingMessage; url: URL; mode: FaultMode };
type CitizenDesk = {
  provider: string;
  answer: (asked: Asked) => Promise<Answer>;
  /** Its keys are not what a broken supplier gets wrong. */
  neverBroken?: true;
};

/** API Particulier's last step of a path says how the person is named: `identite`, `identifiant`, `france_connect`. */
const STEP = '/france_connect';
export const franceConnectPath = (path: string): string => `${path.replace(/\/identifiant$/, '')}${STEP}`;
export const isFranceConnectPath = (path: string): boolean => path.endsWith(STEP);

/**
 * What answers the citizen's own token: `GET /{supplier}{path}/france_connect?recipient={SIRET}` with the FranceConnect
 * token as Bearer, and each supplier's public key, to which FranceConnect encrypts what it says of that token.
 */
export function citizenDesks(line: FranceConnectLine, clock: Clock): ReadonlyMap<string, CitizenDesk> {
  const desks = new Map<string, CitizenDesk>();
  for (const provider of DATA_PROVIDERS) {
    if (provider.supplier === undefined) continue;
    const supplier = SUPPLIERS.find(({ id }) => id === provider.supplier);
    if (!supplier) throw new RangeError(`no supplier is called ${provider.supplier}`);
    const keys = new ProviderKeys(provider);
    const check = createTokenCheck({ ...line, provider, privateKey: () => keys.private() });
    desks.set(`/${supplier.id}/.well-known/jwks.json`, {
      provider: supplier.provider,
      answer: async () => jsonAnswer(200, await keys.jwks()),
      neverBroken: true,
    });
    for (const [path, resource] of Object.entries(supplier.resources)) {
      if (!resource.franceConnect) continue;
      const tell = telling(supplier, resource, clock);
      desks.set(`/${supplier.id}${franceConnectPath(path)}`, {
        provider: supplier.provider,
        answer: (asked) => answer(asked, supplier, check, tell),
      });
    }
  }
  return desks;
}

/** RFC 6750 §2.1. */
const BEARER = /^Bearer +(?<token>[A-Za-z0-9._~+/-]+=*)$/i;

/** In API Particulier's order and codes; those that begin with 50 are FranceConnect's there. */
async function answer(
  { request, url, mode }: Asked,
  { provider }: Supplier,
  check: TokenCheck,
  tell: Telling,
): Promise<Answer> {
  const refuse = (status: number, code: string, title: string, by = 'FranceConnect') =>
    errorAnswer(by, status, code, title);
  request.resume();
  if (request.method !== 'GET') return refuse(405, '00405', 'Méthode non autorisée', provider);
  const { authorization } = request.headers;
  if (authorization === undefined) return refuse(401, '50004', 'Le jeton FranceConnect est absent');
  const token = BEARER.exec(authorization)?.groups?.token;
  if (token === undefined) return refuse(401, '50001', 'Le jeton FranceConnect est mal formé');
  if (!isRecipient(url)) {
    return refuse(422, '00203', 'Le paramètre recipient (SIRET) est absent ou invalide', provider);
  }
  const verdict = await check(token).catch(failureOf);
  switch (verdict.kind) {
    case 'silent':
      return refuse(504, '00501', 'FranceConnect n’a pas répondu');
    case 'unusable':
      return refuse(502, '50999', 'La réponse de FranceConnect n’est pas utilisable');
    case 'worthless':
      return refuse(401, '50002', 'Le jeton FranceConnect est inconnu, ou a expiré');
    case 'level-too-low':
      return refuse(403, '00100', 'Le niveau de garantie de la connexion est insuffisant');
    case 'accepted': {
      const { scope, jti, ...identity } = verdict.token;
      const nir = mode === 'absent' ? '' : (citizenByPivot(identity)?.nir ?? '');
      const scopes = new Set(scope.split(' '));
      return tell({ nir, jti }, { ofSomebodyElse: mode === 'other-person', scopes });
    }
  }
}

const failureOf = (error: unknown): { kind: 'silent' | 'unusable' } => ({
  kind: error instanceof FranceConnectSilent ? 'silent' : 'unusable',
});
