import type { ProblemCode } from '../problems.ts';
import type { Name } from './named.ts';

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
export const ALWAYS = ['maintenance', 'unavailable', 'internal'] as const satisfies ProblemCode[];
const GUARDED = ['partner-unknown', 'origin-refused', 'too-many-requests'] as const satisfies ProblemCode[];

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
