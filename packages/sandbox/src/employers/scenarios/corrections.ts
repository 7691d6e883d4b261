/** What is declared again, otherwise, or under another number. */
import type { Declaration, Individual } from '@mds-kit/dsn/model';
import { individualOf } from '../individual.ts';
import type { Job } from '../jobs.ts';
import { dayOf, firstDay, lastDay, monthsAfter } from '../months.ts';
import type { Cast, Tell } from './scenario.ts';

/** The month of one job, told as version so-and-so. */
const version = (cast: Cast, job: Job, order: number, told: Partial<Omit<Declaration, 'month'>>) =>
  cast.declaration(cast.month(), [individualOf({ nir: cast.nir() }, [job], cast.month())], {
    order,
    declaredOn: dayOf(monthsAfter(cast.month(), 1), 2 + order),
    ...told,
  });

export const corrections = {
  'bonus-of-the-past': (cast) => ({
    about: 'A bonus that was earned in the six months before it was paid.',
    files: cast.filesOf(cast.months(3), [
      cast.job({
        bonuses: [
          {
            type: '027',
            amount: 65_000,
            paidIn: cast.month(),
            from: firstDay(cast.month(6)),
            until: lastDay(cast.month(1)),
          },
        ],
      }),
    ]),
  }),
  'negative-correction': (cast) => ({
    about: 'Two months later, the employer takes 120 euros and five hours back.',
    files: cast.filesOf(cast.months(3), [
      cast.job({
        amendments: [
          { declaredIn: cast.month(), of: cast.month(2), gross: -12_000, hours: -500, crm: 'CRM-EXEMPLE-1' },
        ],
      }),
    ]),
  }),
  'net-taxable-corrected': (cast) => {
    const correction = { month: cast.month(2), type: '01', netTaxable: -10_000 };
    const corrects = (individual: Individual): Individual => ({
      ...individual,
      payments: individual.payments.map((payment) => ({ ...payment, taxCorrections: [correction] })),
    });
    const last = individualOf({ nir: cast.nir() }, [cast.job()], cast.month());
    return {
      about: 'Two months later, the employer says that the net taxable was 100 euros too high (S21.G00.56).',
      files: [
        ...cast.filesOf([cast.month(2), cast.month(1)], [cast.job()]),
        cast.file(cast.month(), [cast.declaration(cast.month(), [last && corrects(last)])]),
      ],
    };
  },
  'replaced-twice': (cast) => ({
    about:
      'One month is declared three times (annule et remplace): the last one holds, the first is remembered.',
    files: [
      cast.file(cast.month(), [version(cast, cast.job(), 1, {})], '-1'),
      cast.file(cast.month(), [version(cast, cast.job({ gross: 224_500 }), 2, { type: '03' })], '-2'),
      cast.file(cast.month(), [version(cast, cast.job({ gross: 219_000 }), 3, { type: '03' })], '-3'),
    ],
  }),
  cancelled: (cast) => ({
    about: 'A month is declared, then taken back (annule): nothing of it holds any more.',
    files: [
      ...cast.filesOf(cast.months(3), [cast.job()]),
      cast.file(cast.month(), [version(cast, cast.job(), 2, { type: '04', individuals: [] })], '-annule'),
    ],
  }),
  'two-fractions': (cast) => {
    const fraction = (number: 1 | 2) =>
      cast.declaration(
        cast.month(),
        [individualOf({ nir: cast.nir(number - 1) }, [cast.job({ number: `F-${number}` })], cast.month())],
        { fraction: `${number}2` },
      );
    return {
      about: 'One month in two halves (fractions 12 and 22), each with people of its own: both hold.',
      people: 2,
      files: [cast.file(cast.month(), [fraction(1)], '-12'), cast.file(cast.month(), [fraction(2)], '-22')],
    };
  },
  'ntt-then-nir': (cast) => {
    const ntt = `1${cast.siret().slice(0, 9)}EX1`;
    const job = cast.job({ from: firstDay(cast.month(2)) });
    return {
      about: 'Declared under a temporary number (NTT) at first, then under both, then under the NIR alone.',
      files: [
        ...cast.filesOf([cast.month(2)], [job], { person: { nir: null, ntt } }),
        ...cast.filesOf([cast.month(1)], [job], { person: { nir: cast.nir(), ntt } }),
        ...cast.filesOf([cast.month()], [job]),
      ],
    };
  },
  'nir-changed': (cast) => {
    const person = {
      nir: cast.nir(),
      identityChanges: [{ on: cast.day(1, 4), formerNir: cast.nir(1) }],
    };
    return {
      about: 'The NIR changes (S21.G00.31): what was declared under the former one is the same person’s.',
      people: 2,
      files: [
        ...cast.filesOf([cast.month(2)], [cast.job()], { person: { nir: cast.nir(1) } }),
        ...cast.filesOf(cast.months(2), [cast.job()], { person }),
      ],
    };
  },
  'contract-number-changed': (cast) => ({
    about: 'The employer numbers its contracts anew (S21.G00.41): one contract goes on under another number.',
    files: [
      ...cast.filesOf([cast.month(2)], [cast.job({ number: 'OLD-1' })]),
      ...cast.filesOf(cast.months(2), [
        cast.job({ number: 'NEW-1', changes: [{ on: cast.day(1, 1), formerNumber: 'OLD-1' }] }),
      ]),
    ],
  }),
  'corrected-under-former-number': (cast) => {
    const amendments = [{ declaredIn: cast.month(), of: cast.month(2), gross: -12_000 }];
    const [former, later] = [
      cast.job({ number: 'OLD-1', until: lastDay(cast.month(2)), amendments }),
      cast.job({ number: 'NEW-1' }),
    ];
    const changes = [{ on: cast.day(1, 1), formerNumber: 'OLD-1' }];
    const last = individualOf({ nir: cast.nir() }, [former, later], cast.month());
    const known = last && { ...last, contracts: last.contracts.filter(({ number }) => number === 'NEW-1') };
    return {
      about:
        'A contract goes on under another number, then a month is corrected under the number that it had: one contract, paid by itself.',
      files: [
        ...cast.filesOf([cast.month(2)], [cast.job({ number: 'OLD-1' })]),
        ...cast.filesOf([cast.month(1)], [{ ...later, changes }]),
        cast.file(cast.month(), [cast.declaration(cast.month(), [known])]),
      ],
    };
  },
  substituted: (cast) => {
    const missing = individualOf({ nir: cast.nir() }, [cast.job({ gross: 8550 })], cast.month(2));
    const substitute = cast.declaration(cast.month(2), [missing], {
      nature: '09',
      substitution: '02',
      declaredOn: dayOf(monthsAfter(cast.month(), 1), 20),
    });
    return {
      about:
        'Urssaf declares in the employer’s place what it left out (DSN de substitution): lines are added.',
      files: [
        ...cast.filesOf(cast.months(3), [cast.job()]),
        cast.file(cast.month(2), [substitute], '-substitution'),
      ],
    };
  },
  'turn-of-the-year': (cast) => ({
    about: 'December 2025 in one norm, January 2026 in the next: the same contract.',
    files: cast.filesOf(['2025-12', '2026-01'], [cast.job()]),
  }),
} as const satisfies Readonly<Record<string, Tell>>;
