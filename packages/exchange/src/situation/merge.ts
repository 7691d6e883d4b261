import type { Adult, Household } from '@mds-kit/contract/household';
import type { DomainRights, Missing } from '@mds-kit/contract/rights';
import type { Salaries } from '@mds-kit/contract/salaries';
import type { KnownMissing, KnownSituation, KnownSource } from '@mds-kit/contract/situation';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { SALARIES } from '../catalogue/schema.ts';
import { dayOf } from '../clock.ts';
import { Day } from '../connectors/wire.ts';
import type { Person } from '../person.ts';
import type { FamilyAnswer } from './family-desk.ts';
import { incomesOf } from './incomes.ts';
import { paymentsOf, type KnownPayment } from './payments.ts';

export type SituationParts = {
  person: Person;
  family: FamilyAnswer;
  salaries: Salaries;
  rights: readonly DomainRights[];
  catalogue: Catalogue;
  now: Date;
};

/** What one part adds to the household, with where it comes from. */
type Known<What> = What & { sources: KnownSource[] };

/** Puts together what came back. Pure: same parts, same answer. */
export function mergeSituation(parts: SituationParts): KnownSituation {
  const { person, rights, catalogue, now } = parts;
  const asOf = now.toISOString();
  const file = latestFile(parts.family);
  const { sources: ofHome, ...home } = homeOf(file);
  const { sources: ofApplicant, ...applicant } = applicantOf(person, asOf);
  const { sources: ofIncomes, ...incomes } = incomesIn(parts);
  const applicantAlone: Adult = { id: 'a1', ...applicant, ...incomes };
  const adults: Adult[] = file?.file.partner
    ? [applicantAlone, { id: 'a2', ...file.file.partner }]
    : [applicantAlone];
  const { sources: ofPayments, ...paid } = receivedBy(adults, paymentsOf(rights, dayOf(now)));
  const sources = [...ofApplicant, ...ofHome, ...ofIncomes, ...ofPayments];
  const missing = missingIn(parts);
  const named = new Set([...sources, ...missing].map(({ organisation }) => organisation));
  const quotient = file?.file.quotient;
  return {
    asOf,
    household: { ...home, ...paid },
    sources,
    quotient: quotient ? { ...quotient, organisation: file.organisation, asOf: file.asOf } : null,
    organisations: catalogue.organisations.filter(({ id }) => named.has(id)),
    missing,
  };
}

/** Who has moved from the Caf to the MSA is in both for a while: the later file is the one that lives. */
function latestFile({ files }: FamilyAnswer): FamilyAnswer['files'][number] | undefined {
  const month = ({ file }: FamilyAnswer['files'][number]) => file.quotient?.month ?? '';
  return files.toSorted((one, other) => month(other).localeCompare(month(one)))[0];
}

/** An unknown day of birth is certified as `00`, and no day to compute with. */
function applicantOf({ birthDate }: Person, asOf: string): Known<Pick<Adult, 'birthDate'>> {
  if (!Day.safeParse(birthDate).success) return { sources: [] };
  return { birthDate, sources: [{ path: 'adults.0.birthDate', organisation: null, asOf }] };
}

/** Two in a file are a couple, and which kind of couple it does not say. */
function homeOf(
  told: FamilyAnswer['files'][number] | undefined,
): Known<Pick<Household, 'couple' | 'children' | 'housing'>> {
  if (!told) return { sources: [] };
  const { organisation, asOf, file } = told;
  const { partner, children, housing } = file;
  const paths = [partner ? 'adults.1' : 'couple', 'children', ...(housing ? ['housing'] : [])];
  return {
    ...(!partner && { couple: 'single' }),
    children: children.map((child, index) => ({ id: `c${String(index + 1)}`, ...child })),
    ...(housing && { housing }),
    sources: paths.map((path) => ({ path, organisation, asOf })),
  };
}

function incomesIn({ salaries, catalogue, now }: SituationParts): Known<Pick<Adult, 'incomes'>> {
  const known = incomesOf(salaries, dayOf(now).slice(0, 7));
  if (known.length === 0) return { sources: [] };
  // Whom to ask about what employers declared, and about a payer whom nobody reviewed: the bodies that manage the scheme's data.
  const bodies = catalogue.service(SALARIES)?.organisations ?? [];
  const sources = known.flatMap(({ kind, payers }) => {
    const asked = payers.flatMap((payer) =>
      payer !== null && catalogue.organisation(payer) ? [payer] : bodies,
    );
    return [...new Set(asked)].map((organisation) => ({
      path: `adults.0.incomes.${kind}`,
      organisation,
      asOf: salaries.asOf,
    }));
  });
  return { incomes: Object.fromEntries(known.map(({ kind, income }) => [kind, income])), sources };
}

function receivedBy(
  adults: readonly Adult[],
  payments: readonly KnownPayment[],
): Known<Pick<Household, 'adults' | 'received'>> {
  const sources: KnownSource[] = [];
  const received: NonNullable<Household['received']> = {};
  const own: NonNullable<Adult['received']>[] = adults.map(() => ({}));
  for (const { spell, organisation, asOf, ...payment } of payments) {
    if (payment.to === 'household') {
      received[payment.benefit] = [spell];
      sources.push({ path: `received.${payment.benefit}`, organisation, asOf });
      continue;
    }
    const index = payment.to === 'self' ? 0 : 1;
    const whose = own[index];
    // A partner of whom nobody else knows: who that is would be a guess.
    if (!whose) continue;
    whose[payment.benefit] = [spell];
    sources.push({ path: `adults.${String(index)}.received.${payment.benefit}`, organisation, asOf });
  }
  const isNone = (spells: object | undefined) => spells === undefined || Object.keys(spells).length === 0;
  return {
    adults: adults.map((adult, index) => {
      const spells = own[index];
      return spells && !isNone(spells) ? { ...adult, received: spells } : adult;
    }),
    ...(!isNone(received) && { received }),
    sources,
  };
}

/** Each once in each part. */
function missingIn({ family, salaries, rights }: SituationParts): KnownMissing[] {
  const of = (part: KnownMissing['part'], missing: readonly Missing[]) => {
    const once = new Map(missing.toReversed().map((one) => [one.organisation, { part, ...one }]));
    return [...once.values()].reverse();
  };
  return [
    ...of('family', family.missing),
    ...of('resources', salaries.missing),
    ...of(
      'payments',
      rights.flatMap(({ missing }) => missing),
    ),
  ];
}
