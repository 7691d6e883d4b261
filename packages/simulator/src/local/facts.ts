import { referenceIncome } from '../situation/reference-income.ts';
import { isFamilyBenefitChild } from '../situation/children.ts';
import { resourceYear } from '../situation/family-resources.ts';
import type { Situation } from '../situation/situation.ts';
import { count, over, plus, type Num } from '../unknown/num.ts';
import { isUnknown, type Truth } from '../unknown/truth.ts';
import type { LocalFact, LocalFacts, Members } from './predicate.ts';

/**
 * What local conditions ask and a household does not say, by the fact's name: commuting distance, a driving theory test
 * passed, months lived in the commune… Ask for them only where a benefit of the person's territory waits for one.
 */
export type LocalAnswers = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** Facts of whoever asks (the first adult), from the household where it tells them and from the answers otherwise. */
export function localFacts(situation: Situation, answers: LocalAnswers): LocalFacts {
  return (fact) => {
    const answer = answers[fact];
    if (answer !== undefined) {
      const value = Array.isArray(answer) ? { has: answer, hasNot: [], complete: true } : answer;
      return { value: value as LocalFact, path: `local.${fact}` };
    }
    const source = SOURCES[fact];
    return source
      ? { value: source.read(situation), path: source.path }
      : { value: undefined, path: `local.${fact}` };
  };
}

interface Source {
  readonly path: string;
  readonly read: (situation: Situation) => LocalFact;
}

const known = (truth: Truth): boolean | undefined => (isUnknown(truth) ? undefined : truth);
const childrenAged =
  (from: number, below: number) =>
  ({ children, childrenKnown, month }: Situation) =>
    childrenKnown && children.every(({ birthKnown }) => birthKnown)
      ? children.filter((child) => child.age(month) >= from && child.age(month) < below).length
      : undefined;

const SOURCES: Readonly<Record<string, Source>> = {
  age: {
    path: 'adults.0.birthDate',
    read: ({ applicant, month }) => (applicant.birthKnown ? applicant.age(month) : undefined),
  },
  couple: { path: 'couple', read: ({ couple }) => couple },
  childrenCount: {
    path: 'children',
    read: ({ children, childrenKnown }) => (childrenKnown ? children.length : undefined),
  },
  childrenUnder3Count: { path: 'children', read: childrenAged(0, 3) },
  childrenUnder20Count: { path: 'children', read: childrenAged(0, 20) },
  children417Count: { path: 'children', read: childrenAged(4, 18) },
  pregnant: { path: 'expectedBirth', read: (situation) => known(situation.pregnantIn(situation.month)) },
  nationality: {
    path: 'adults.0.nationality',
    // The Swiss and Norwegians are of the EEA for us, and not of the European Union: some bodies tell them apart.
    read: ({ applicant: { nationality } }) =>
      nationality === 'french' ? 'fr' : nationality === 'eea' ? { oneOf: ['ue', 'eee'] } : nationality,
  },
  disability: {
    path: 'adults.0.disability.recognised',
    read: ({ applicant }) => known(applicant.recognised),
  },
  unfitForWork: {
    path: 'adults.0.disability.unfitForWork',
    read: ({ applicant }) => known(applicant.unfitForWork),
  },
  scholarshipHolder: { path: 'adults.0.scholarship', read: ({ applicant }) => known(applicant.scholarship) },
  housingStatus: {
    path: 'housing.occupancy',
    read: ({ dwelling: { occupancy } }) => occupancy && HOUSING[occupancy],
  },
  status: { path: 'adults.0.activity', read: statusOf },
  receives: { path: 'received', read: receivedOf },
  familyQuotientMonth: { path: 'adults.0.years', read: (situation) => quotient(situation, 12) },
  familyQuotientYear: { path: 'adults.0.years', read: (situation) => quotient(situation, 1) },
};

const HOUSING = {
  'tenant-social': 'locataire_hlm',
  'tenant-unfurnished': 'locataire_vide',
  'tenant-furnished': 'locataire_meuble',
  owner: 'proprietaire',
  'first-time-owner-loan': 'primo_accedant',
  'hosted-free': 'loge_gratuitement',
} as const;

/** An activity of ours is several of theirs: a student may be an apprentice, an employee an intern. */
const STATUS: Readonly<Record<string, { is: readonly string[]; isNot: readonly string[] }>> = {
  employed: {
    is: [],
    isNot: ['demandeur_emploi', 'sans_activite', 'retraite', 'independant', 'collegien', 'lyceen'],
  },
  'self-employed': {
    is: ['independant'],
    isNot: ['demandeur_emploi', 'sans_activite', 'retraite', 'collegien', 'lyceen'],
  },
  unemployed: {
    is: ['demandeur_emploi'],
    isNot: ['retraite', 'collegien', 'lyceen', 'etudiant_superieur', 'salarie'],
  },
  student: { is: [], isNot: ['demandeur_emploi', 'retraite', 'independant'] },
  retired: {
    is: ['retraite'],
    isNot: [
      'demandeur_emploi',
      'collegien',
      'lyceen',
      'etudiant_superieur',
      'apprenti',
      'contrat_pro',
      'stagiaire',
      'service_civique',
    ],
  },
  inactive: {
    is: [],
    isNot: [
      'salarie',
      'independant',
      'retraite',
      'collegien',
      'lyceen',
      'etudiant_superieur',
      'apprenti',
      'contrat_pro',
    ],
  },
};

function statusOf(situation: Situation): Members | undefined {
  const now = situation.applicant.statusIn(situation.month);
  if (now === undefined) return undefined;
  const { is = [], isNot = [] } = STATUS[now] ?? {};
  // "Bénéficiaire du RSA" is an activity of its own for these bodies.
  const rsa = situation.received.rsa.in(situation.month - 1);
  return {
    has: [...is, ...(typeof rsa === 'number' && rsa > 0 ? ['rsa'] : [])],
    hasNot: [...isNot, ...(rsa === 0 ? ['rsa'] : [])],
    complete: false,
  };
}

function receivedOf({ applicant, received, month }: Situation): Members {
  const amounts: [string, Num][] = [
    ['rsa', received.rsa.in(month - 1)],
    ['aide_logement', received.housingAid.in(month - 1)],
    ['aah', applicant.received.aah.in(month - 1)],
    ['aeeh', received.aeeh.in(month - 1)],
    ['aspa', received.aspa.in(month - 1)],
    ['ass', applicant.received.ass.in(month - 1)],
  ];
  return {
    has: amounts.flatMap(([name, cents]) => (typeof cents === 'number' && cents > 0 ? [name] : [])),
    hasNot: amounts.flatMap(([name, cents]) => (cents === 0 ? [name] : [])),
    complete: false,
  };
}

/**
 * *Quotient familial* of the tax: reference income of two years before by *part* (CGI, art. 194). Some bodies take the
 * Caf's own, which counts benefits too: near a threshold it is for them to say.
 */
function quotient(situation: Situation, months: number): Num | undefined {
  const { couple, childrenKnown, adults, month, children } = situation;
  const ready = couple !== undefined && childrenKnown && adults.every(({ birthKnown }) => birthKnown);
  if (!ready || children.some(({ birthKnown }) => !birthKnown)) return undefined;
  const dependants = children.filter((child) => isFamilyBenefitChild(child, month));
  const shared = count(dependants, (child) => child.sharedCustody);
  if (typeof shared !== 'number') return undefined;
  const n = dependants.length;
  const forChildren = Math.min(n, 2) * 0.5 + Math.max(0, n - 2) - shared * 0.25;
  const parts = adults.length + forChildren + (couple || n === 0 ? 0 : 0.5);
  return over(plus(referenceIncome(situation, resourceYear(month)), 0), parts * months);
}
