/** A right answer of the monthly resources scheme: unmistakable figures, in twelve months that end with September 2026. */
import type { Salaries, SalaryMonth } from '@mds-kit/contract/salaries';
import { envelope, type Handler } from './supplier-server.ts';

const MONTHS = [
  ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
  ...['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'],
];
const PENDING = ['2026-10', '2026-11'];

const empty = (month: string, state: SalaryMonth['state']): SalaryMonth => ({
  id: `ligne-de-canari-${month}`,
  month,
  state,
  measures: { netSocial: null, netPaid: null, netTaxable: null, gross: null },
  hours: null,
  workedFrom: null,
  workedUntil: null,
  paidOn: [],
  bonuses: [],
  absences: [],
  corrections: [],
});

const september: SalaryMonth = {
  ...empty('2026-09', 'corrected'),
  measures: { netSocial: 471142, netPaid: null, netTaxable: null, gross: 520000 },
  hours: 15167,
  paidOn: ['2026-09-30'],
  bonuses: [{ type: '027', cents: -1205, from: '2026-01-01', until: null }],
  absences: [{ motive: '01', from: '2026-09-07', until: '2026-09-09' }],
  corrections: [
    {
      measure: 'netSocial',
      was: 481142,
      now: 471142,
      declaredFor: '2026-10',
      declaredOn: '2026-11-05',
      how: 'regularised',
    },
  ],
};

/** As the scheme sends it: it does not know whom to ask. */
export const SALAIRES = {
  situation: 'salaries',
  asOf: '2026-11-22T08:30:00Z',
  declaredUpTo: '2026-09',
  months: MONTHS,
  pending: PENDING,
  employers: [
    {
      siret: '00000000100018',
      name: null,
      contracts: [
        {
          id: 'contrat-de-canari-1',
          nature: '01',
          policy: '99',
          from: '2026-09-01',
          until: null,
          plannedUntil: null,
          endMotive: null,
          workShare: 1000,
          months: [
            ...MONTHS.slice(0, -1).map((month) => empty(month, 'closed')),
            september,
            ...PENDING.map((month) => empty(month, 'pending')),
          ],
        },
      ],
      shared: [],
    },
  ],
  incomes: [
    {
      id: 'revenu-de-canari-2026-08',
      kind: 'unemployment',
      payer: 'departement-exemple',
      month: '2026-08',
      netSocial: 91230,
      netTaxable: null,
      gross: null,
    },
  ],
  organisations: [],
  missing: [],
} satisfies Salaries;

/** The same over as many months as are asked for: in those before, the contract had not begun. */
export const salairesAsAsked: Handler = (request, response, body) => {
  const asked = Number(new URL(request.url ?? '', 'http://x').searchParams.get('months'));
  const months = Array.from({ length: asked }, (_, index) =>
    new Date(Date.UTC(2026, 9 - asked + index, 1)).toISOString().slice(0, 7),
  );
  const employers = SALAIRES.employers.map((employer) => ({
    ...employer,
    contracts: employer.contracts.map((contract) => ({
      ...contract,
      months: [...months, ...PENDING].map(
        (month) => contract.months.find((line) => line.month === month) ?? empty(month, 'closed'),
      ),
    })),
  }));
  envelope({ ...SALAIRES, months, employers })(request, response, body);
};
