import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from '../body.ts';
import type { Clock } from '../clock.ts';
import { errorAnswer, jsonAnswer, type Answer } from '../faults/answer.ts';
import { spoil } from '../faults/spoil.ts';
import { transmit } from '../faults/transmit.ts';
import type { Switchboard } from '../faults.ts';
import { affiliations } from '../registries/affiliations.ts';
import type { Registry } from '../registries/registry.ts';
import { sngi } from '../registries/sngi.ts';
import { SUPPLIERS } from '../suppliers.ts';
import type { Asserted, PortalVerifier } from './assertion.ts';
import { citizenDesks, isFranceConnectPath, type FranceConnectLine } from './citizen-desk.ts';
import { isRecipient, supplierKey, type Resource, type Supplier } from './supplier.ts';
import { envelope, telling, type How } from './telling.ts';

const MAX_ASSERTION_BYTES = 16_384;
const REGISTRIES = [sngi, affiliations];

/** Everyone who answers a signed assertion: suppliers and registries, by id. */
export const STAND_INS: readonly string[] = [...SUPPLIERS, ...REGISTRIES].map(({ id }) => id);

type Desk = { provider: string; answer: (asserted: Asserted, how: How) => Answer };

/** Serves `/{supplier id}{path}`, broken the way the switchboard says. */
export function createSupplierDesk(options: {
  verify: PortalVerifier;
  clock: Clock;
  switchboard: Switchboard;
  franceConnect: FranceConnectLine;
}): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const { verify, clock, switchboard, franceConnect } = options;
  const desks = desksOf(clock);
  const ofCitizens = citizenDesks(franceConnect, clock);

  return async (request, response, url) => {
    const [, id = ''] = url.pathname.split('/');
    const setting = switchboard.of(id);
    // These say nothing, whoever asks: no use reading the question.
    if (setting.mode === 'dead' || setting.mode === 'hang') {
      request.resume();
      transmit(response, jsonAnswer(200, {}), setting);
      return;
    }
    const ofCitizen = ofCitizens.get(url.pathname);
    if (ofCitizen) {
      const answer = await ofCitizen.answer({ request, url, mode: setting.mode });
      if (ofCitizen.neverBroken) transmit(response, answer, { mode: 'ok' });
      else transmit(response, spoil(setting.mode, answer, ofCitizen.provider), setting);
      return;
    }
    const desk = desks.get(url.pathname);
    const provider = desk?.provider ?? id;
    if (isFranceConnectPath(url.pathname)) {
      request.resume();
      transmit(response, nowhere(provider), setting);
      return;
    }
    const admitted = await admit(request, url, id, provider, verify);
    const answer = 'refusal' in admitted ? admitted.refusal : answerOf(desk, admitted.asserted, provider);
    transmit(response, spoil(setting.mode, answer, provider), setting);

    function answerOf(at: Desk | undefined, asserted: Asserted, name: string): Answer {
      if (!at) return nowhere(name);
      if (setting.mode === 'absent') return at.answer({ ...asserted, nir: '' }, { ofSomebodyElse: false });
      return at.answer(asserted, { ofSomebodyElse: setting.mode === 'other-person' });
    }
  };
}

const nowhere = (provider: string) => errorAnswer(provider, 404, '00404', 'Cette ressource n’existe pas');

type Admission = { asserted: Asserted } | { refusal: Answer };

/** The order in which API Particulier refuses: key, recipient, then what the request holds. */
async function admit(
  request: IncomingMessage,
  url: URL,
  id: string,
  provider: string,
  verify: PortalVerifier,
): Promise<Admission> {
  const refuse = (status: number, code: string, title: string) => ({
    refusal: errorAnswer(provider, status, code, title),
  });
  const assertion = await bodyOf(request, MAX_ASSERTION_BYTES);
  if (request.method !== 'POST') return refuse(405, '00405', 'Méthode non autorisée');
  if (request.headers.authorization !== `Bearer ${supplierKey(id)}`) {
    return refuse(401, '00101', 'Votre jeton est invalide');
  }
  if (!isRecipient(url)) {
    return refuse(422, '00203', 'Le paramètre recipient (SIRET) est absent ou invalide');
  }
  if (!request.headers['content-type']?.startsWith('application/jwt') || assertion === undefined) {
    return refuse(415, '00415', 'Une assertion signée (application/jwt) est attendue');
  }
  try {
    return { asserted: await verify(assertion, id) };
  } catch {
    return refuse(401, '00101', 'L’assertion est invalide');
  }
}

function desksOf(clock: Clock): ReadonlyMap<string, Desk> {
  const ofSuppliers = SUPPLIERS.flatMap((supplier) =>
    Object.entries(supplier.resources).map(
      ([path, resource]) => [`/${supplier.id}${path}`, supplierDesk(supplier, resource, clock)] as const,
    ),
  );
  const ofRegistries = REGISTRIES.map(
    (registry) => [`/${registry.id}${registry.path}`, registryDesk(registry)] as const,
  );
  return new Map([...ofSuppliers, ...ofRegistries]);
}

function supplierDesk(supplier: Supplier, resource: Resource, clock: Clock): Desk {
  return { provider: supplier.provider, answer: telling(supplier, resource, clock) };
}

function registryDesk(registry: Registry): Desk {
  return {
    provider: registry.provider,
    answer: (asserted) => envelope(registry.answer(asserted), { jti: asserted.jti }),
  };
}
