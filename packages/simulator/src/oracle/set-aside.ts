import { birth, monthIndex, yearsOld, yearsReached } from '../calendar.ts';
import type { OracleCase } from './case-format.ts';

/** Why a kept case is not compared for some benefits: there the law is sure, and not what the independent model computes. */
export interface SetAside {
  readonly why: string;
  /** The keys of `expected` that it makes differ. */
  readonly keys: readonly string[];
  readonly holds: (one: OracleCase) => boolean;
}

const childrenOf = ({ household }: OracleCase) => household.children ?? [];

export const SET_ASIDE: readonly SetAside[] = [
  {
    why: 'AEEH: each complement has its own rate, none from 20 years on (CSS, D541-2 f.)',
    keys: ['aeeh'],
    holds: (one) =>
      childrenOf(one).some(({ disability, birthDate }) => {
        const level = disability?.aeehComplement ?? 0;
        const age = yearsOld(birth(birthDate), monthIndex(one.month));
        return (level >= 2 && level <= 5) || (level === 6 && age >= 20);
      }),
  },
  {
    why: 'ASPA, ASI: ten years of residence permit are enough (CSS, L816-1)',
    // What counts or excludes them differs with them.
    keys: ['aspa', 'asi', 'aah', 'caah', 'rsa', 'css_free', 'css_contribution', 'apl', 'als', 'alf'],
    holds: ({ household }) =>
      household.adults.some(
        ({ nationality, residencePermitYears = 0 }) => nationality === 'OTHER' && residencePermitYears >= 10,
      ),
  },
  {
    why: 'Old-age allowance of the income tax: for each of a couple (CGI, 157 bis)',
    keys: ['cheque_energie'],
    holds: ({ household, month }) => {
      const january = (Number(month.slice(0, 4)) - 2) * 12;
      const old = household.adults.filter(({ birthDate }) => yearsOld(birth(birthDate), january) >= 65);
      const joint = household.coupleStatus === 'married' || household.coupleStatus === 'pacs';
      return joint && old.length === 2;
    },
  },
  {
    why: 'An unborn child opens nothing but the birth grant (CSS, L531-2)',
    keys: ['paje_base', 'rsa', 'ppa', 'css_free', 'css_contribution', 'cheque_energie'],
    holds: (one) => childrenOf(one).some(({ birthDate }) => birthDate.slice(0, 7) > one.month),
  },
  {
    why: 'PAJE: an allowance for each child of a multiple birth (CSS, L531-3)',
    keys: ['paje_base', 'rsa'],
    holds: (one) => {
      const young = childrenOf(one)
        .map(({ birthDate }) => birthDate)
        .filter((date) => yearsReached(birth(date), monthIndex(one.month)) < 3);
      return new Set(young).size < young.length;
    },
  },
  {
    why: 'A right that ends at an age ends on the first of the birthday month (CSS, L552-1)',
    keys: ['af', 'cf', 'asf', 'paje_base', 'aeeh', 'apl', 'als', 'alf', 'aah', 'rsa', 'ppa', 'css_free'],
    holds: (one) =>
      childrenOf(one).some(({ birthDate }) => {
        const born = birth(birthDate);
        // The months that rules of M look at: the window of RSA and prime d'activité reaches back to M-4.
        const months = [0, 1, 2, 3, 4].map((ago) => monthIndex(one.month) - ago);
        return months.some((month) => {
          const reached = yearsReached(born, month);
          return reached !== yearsOld(born, month) && [3, 20, 21].includes(reached);
        });
      }),
  },
];
