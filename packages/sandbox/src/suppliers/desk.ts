import type { IncomingMessage, ServerResponse } from 'node:http';
import { CITIZENS, citizenByNir } from '../citizens.ts';
import { Calendar } from '../citizens/calendar.ts';
import type { Citizen } from '../citizens/citizen.ts';
import type { Clock } from '../clock.ts';
import { errorAnswer, jsonAnswer, type Answer } from '../faults/answer.ts';
import { spoil } from '../faults/spoil.ts';
import { transmit } from '../faults/transmit.ts';
import type { Switchboard } from '../faults.ts';
import { affiliations } from '../registries/affiliations.ts';
import type { Registry } from '../registries/registry.ts';
import { sngi } from '../registries/sngi.ts';
import { SUPPLIERS } from '../suppliers.ts';
import type { Asserted, AssertionVerifier } from './assertion.ts';
import { supplierKey, type Resource, type Supplier } from './supplier.ts';

const MAX_ASSERTION_BYTES = 16_384;
const REGISTRIES = [sngi, affiliations];

/** Everyone who answers a signed assertion: suppliers and registries, by id. */
export const STAND_INS: readonly string[] = [...SUPPLIERS, ...REGISTRIES].map(({ id }) => id);

type Desk = { provider: string; answer: (asserted: Asserted, how: { ofSomebodyElse: boolean }) => Answer };

/** Serves `/{supplier id}{path}`, broken the way the switchboard says. */
export function createSupplierDesk(options: {
  verify: AssertionVerifier;
  clock: Clock;
  switchboard: Switchboard;
}): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const { verify, clock, switchboard } = options;
  const desks = desksOf(clock);

  return async (request, response, url) => {
    const [, id = ''] = url.pathname.split('/');
    const setting = switchboard.of(id);
    // These say nothing, whoever asks: no use reading the question.
    if (setting.mode === 'dead' || setting.mode === 'hang') {
      request.resume();
      transmit(response, jsonAnswer(200, {}), setting);
      return;
    }
    const desk = desks.get(url.pathname);
    const provider = desk?.provider ?? id;
    const admitted = await admit(request, url, id, provider, verify);
    const answer = 'refusal' in admitted ? admitted.refusal : answerOf(desk, admitted.asserted, provider);
    transmit(response, spoil(setting.mode, answer, provider), setting);

    function answerOf(at: Desk | undefined, asserted: Asserted, name: string): Answer {
      if (!at) return errorAnswer(name, 404, '00404', 'Cette ressource n’existe pas');
      if (setting.mode === 'absent') return at.answer({ ...asserted, nir: '' }, { ofSomebodyElse: false });
      return at.answer(asserted, { ofSomebodyElse: setting.mode === 'other-person' });
    }
  };
}

type Admission = { asserted: Asserted } | { refusal: Answer };

/** The order in which API Particulier refuses: key, recipient, then what the request holds. */
async function admit(
  request: IncomingMessage,
  url: URL,
  id: string,
  provider: string,
  verify: AssertionVerifier,
): Promise<Admission> {
  const refuse = (status: number, code: string, title: string) => ({
    refusal: errorAnswer(provider, status, code, title),
  });
  const assertion = await bodyOf(request);
  if (request.method !== 'POST') return refuse(405, '00405', 'Méthode non autorisée');
  if (request.headers.authorization !== `Bearer ${supplierKey(id)}`) {
    return refuse(401, '00101', 'Votre jeton est invalide');
  }
  if (!/^\d{14}$/.test(url.searchParams.get('recipient') ?? '')) {
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

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_ASSERTION_BYTES) chunks.push(chunk);
  }
  return size <= MAX_ASSERTION_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined;
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
  const { provider, absent } = supplier;
  const dataOf = (citizen: Citizen | undefined, calendar: Calendar) =>
    citizen && resource.answer({ citizen, files: citizen.files(calendar), calendar });

  return {
    provider,
    answer: ({ nir, jti }, { ofSomebodyElse }) => {
      const calendar = new Calendar(clock());
      const somebodyElse = () =>
        CITIZENS.find((citizen) => citizen.nir !== nir && dataOf(citizen, calendar) !== undefined);
      const data = dataOf(ofSomebodyElse ? somebodyElse() : citizenByNir(nir), calendar);
      if (!data) return errorAnswer(provider, 404, absent.code, absent.title);
      const news = resource.news?.(calendar);
      const dated = {
        ...data,
        date_situation: calendar.hoursAgo(resource.hoursOld ?? 0),
        ...(news && { actualites: news }),
      };
      // The answer names the question that it answers, so that one meant for somebody else can be told.
      return envelope(dated, ofSomebodyElse ? `${jti}-autre` : jti);
    },
  };
}

function registryDesk(registry: Registry): Desk {
  return {
    provider: registry.provider,
    answer: (asserted) => envelope(registry.answer(asserted), asserted.jti),
  };
}

const envelope = (data: object, jti: string) => jsonAnswer(200, { data, links: {}, meta: { jti } });
