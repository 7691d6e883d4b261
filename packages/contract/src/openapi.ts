/**
 * The portal's HTTP API as OpenAPI 3.1, made from the schemas that every answer is checked against, so that the
 * two cannot drift apart. `openapi.json` beside the package is this, written down.
 */
import * as z from 'zod/mini';
import { Access, Accesses, Cursor } from './accesses.ts';
import { Catalogue, Support } from './catalogue.ts';
import { Domain } from './domains.ts';
import { Adult, Child, Household, Housing, MonthlyIncome, YearlyIncome } from './household.ts';
import { Link, OpeningHours, Organisation, Scheme } from './organisations.ts';
import { Kept, KeptItem, Me } from './me.ts';
import { Amount } from './money.ts';
import { Problem } from './problem.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';
import { Procedure } from './procedures.ts';
import { Beneficiary, DomainRights, Missing, Right } from './rights.ts';
import {
  Contract,
  Correction,
  Employer,
  MONTHS,
  ReplacementIncome,
  Salaries,
  SalaryMonth,
} from './salaries.ts';
import {
  Citizen,
  HandoverRequest,
  Session,
  SessionRequest,
  SignedOut,
  SignInRequest,
  SignInStart,
  TicketRequest,
} from './session.ts';
import { KnownMissing, KnownQuotient, KnownSituation, KnownSource } from './situation.ts';
import { Topic } from './topics.ts';

/** How many months may be asked for. */
const MonthCount = z.int().check(z.gte(MONTHS.least), z.lte(MONTHS.most));

/** Named in the document; what is not here is written where it stands. */
const NAMED = {
  Access,
  Accesses,
  Adult,
  Amount,
  Beneficiary,
  Catalogue,
  Child,
  Citizen,
  Contract,
  Correction,
  Cursor,
  Domain,
  DomainRights,
  Employer,
  HandoverRequest,
  Household,
  Housing,
  Kept,
  KeptItem,
  KnownMissing,
  KnownQuotient,
  KnownSituation,
  KnownSource,
  Link,
  Me,
  Missing,
  MonthCount,
  MonthlyIncome,
  OpeningHours,
  Organisation,
  Problem,
  Procedure,
  ReplacementIncome,
  Right,
  Salaries,
  SalaryMonth,
  Scheme,
  Session,
  SessionRequest,
  SignedOut,
  SignInRequest,
  SignInStart,
  Support,
  TicketRequest,
  Topic,
  YearlyIncome,
};
type Name = keyof typeof NAMED;

export interface Operation {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** Where the path holds `{domain}`. */
  readonly parameters?: readonly { readonly name: string; readonly schema: Name }[];
  /** After the `?`; none is ever required. */
  readonly query?: readonly { readonly name: string; readonly schema: Name }[];
  readonly request?: Name;
  readonly answer: Name;
  /** Everybody may ask: neither session nor `Mds-Partner`. */
  readonly public?: true;
  /** Answered on the portal's own host alone, not on the widgets'. */
  readonly own?: true;
  /** Needs a session: the cookie that only the browser holds. */
  readonly session?: true;
  readonly problems: readonly ProblemCode[];
}

/** Any call may meet these. */
const ALWAYS = ['maintenance', 'unavailable', 'internal'] as const satisfies ProblemCode[];
const GUARDED = ['partner-unknown', 'origin-refused'] as const satisfies ProblemCode[];

/** Every operation under `/v1`. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/session',
    id: 'session',
    summary: 'Whose session this is, if any',
    answer: 'Session',
    problems: GUARDED,
  },
  {
    method: 'post',
    path: '/v1/session',
    id: 'openSession',
    summary:
      'Opens the session with the one-time code that came back from signing in, or with a fund’s ticket',
    request: 'SessionRequest',
    answer: 'Session',
    problems: ['invalid-request', 'handover-refused', 'too-large', ...GUARDED],
  },
  {
    method: 'delete',
    path: '/v1/session',
    id: 'signOut',
    summary: 'Ends the session, and says where the page goes to end FranceConnect’s own',
    answer: 'SignedOut',
    problems: GUARDED,
  },
  {
    method: 'post',
    path: '/v1/sign-in',
    id: 'startSignIn',
    summary: 'Where the whole page goes to sign in',
    request: 'SignInRequest',
    answer: 'SignInStart',
    problems: ['invalid-request', 'too-large', ...GUARDED],
  },
  {
    method: 'get',
    path: '/v1/rights/{domain}',
    id: 'rights',
    summary: 'The rights of one domain, asked live',
    parameters: [{ name: 'domain', schema: 'Domain' }],
    answer: 'DomainRights',
    session: true,
    problems: ['not-found', 'signed-out', 'session-ended', ...GUARDED],
  },
  {
    method: 'get',
    path: '/v1/salaries',
    id: 'salaries',
    summary:
      'What employers declared, contract by contract and month by month, asked live; twelve months by default',
    query: [{ name: 'months', schema: 'MonthCount' }],
    answer: 'Salaries',
    session: true,
    problems: ['invalid-request', 'signed-out', 'session-ended', ...GUARDED],
  },
  {
    method: 'get',
    path: '/v1/situation',
    id: 'situation',
    summary:
      'What is known already of the person’s household, to begin a simulation with, asked live; with who said it and when',
    answer: 'KnownSituation',
    own: true,
    session: true,
    problems: ['signed-out', 'session-ended', ...GUARDED],
  },
  {
    method: 'get',
    path: '/v1/accesses',
    id: 'accesses',
    summary: 'Who saw what of the person’s data, when, through which partner; 20 a page, the latest first',
    query: [{ name: 'before', schema: 'Cursor' }],
    answer: 'Accesses',
    session: true,
    problems: ['invalid-request', 'signed-out', 'session-ended', ...GUARDED],
  },
  {
    method: 'get',
    path: '/v1/me',
    id: 'me',
    summary: 'Everything that the portal keeps of the person',
    answer: 'Me',
    own: true,
    session: true,
    problems: ['signed-out', 'session-ended', ...GUARDED],
  },
  {
    method: 'delete',
    path: '/v1/me',
    id: 'unlink',
    summary: 'Destroys everything that the portal keeps of the person, and ends their sessions everywhere',
    answer: 'SignedOut',
    own: true,
    session: true,
    problems: ['signed-out', 'session-ended', ...GUARDED],
  },
  {
    method: 'get',
    path: '/v1/catalogue',
    id: 'catalogue',
    summary: 'What the portal offers to everybody, and whom to call',
    answer: 'Catalogue',
    public: true,
    problems: [],
  },
];

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The whole document. */
export function openApi(): { [key: string]: Json } {
  return {
    openapi: '3.1.1',
    info: {
      title: 'mds-kit',
      version: '1',
      summary: 'What the tags ask of the central portal of social rights.',
      description:
        'Answers are never stored (`Cache-Control: no-store`), except the public catalogue. The session is a cookie that scripts cannot read. Errors are problem details (RFC 9457), in the language of `Accept-Language`: French, English or easy-read French (`fr-x-falc`).',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    paths: paths(),
    components: {
      schemas: schemas(),
      parameters: {
        Partner: {
          name: 'Mds-Partner',
          in: 'header',
          required: true,
          description:
            'Id of the registered partner whose page shows the tag. Forces a preflight on other origins.',
          schema: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64 },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-mds-session' } },
    },
  };
}

function paths(): { [key: string]: Json } {
  const byPath: { [path: string]: { [method: string]: Json } } = {};
  for (const operation of OPERATIONS)
    (byPath[operation.path] ??= {})[operation.method] = operationObject(operation);
  return byPath;
}

function operationObject(operation: Operation): Json {
  const { request, answer } = operation;
  const content = (name: Name) => ({ 'application/json': { schema: reference(name) } });
  const parameters: Json[] = (operation.parameters ?? []).map(({ name, schema }) => ({
    name,
    in: 'path',
    required: true,
    schema: reference(schema),
  }));
  for (const { name, schema } of operation.query ?? [])
    parameters.push({ name, in: 'query', required: false, schema: reference(schema) });
  if (!operation.public) parameters.push({ $ref: '#/components/parameters/Partner' });
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.own ? { description: 'On the portal’s own host alone.' } : {}),
    parameters,
    ...(operation.session ? { security: [{ session: [] }] } : {}),
    ...(request ? { requestBody: { required: true, content: content(request) } } : {}),
    responses: {
      200: { description: operation.summary, content: content(answer) },
      ...problemAnswers([...operation.problems, ...ALWAYS]),
    },
  };
}

/** Problems by status, which is how OpenAPI groups answers. */
function problemAnswers(codes: readonly ProblemCode[]): { [status: string]: Json } {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group.map((code) => `\`${code}\`: ${PROBLEMS[code].words.en.title}`).join('; '),
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    ]),
  );
}

function schemas(): { [name: string]: Json } {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    target: 'draft-2020-12',
  });
  // Neither belongs inside a document that has its own dialect and addresses.
  const bare = Object.entries(made.schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]);
  return JSON.parse(JSON.stringify(Object.fromEntries(bare))) as { [name: string]: Json };
}
