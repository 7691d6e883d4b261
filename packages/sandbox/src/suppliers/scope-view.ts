import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Benefit } from '../citizens/files.ts';
import type { DataScope } from '../france-connect/data-providers.ts';

/** What one scope shows of a resource. */
export type Shown = {
  /** Fields of `data`. */
  fields?: readonly string[];
  /** Entries of `prestations`. */
  benefits?: readonly BenefitId[];
  /** Whom the entries of `prestations` name, beside the person. */
  payees?: readonly ('enfant' | 'conjoint')[];
};

/** What the scopes of a token show of a resource, as API Particulier masks it: field by field. */
export type ScopeView = Readonly<Partial<Record<DataScope, Shown>>>;

/** A branch that is not transmitted holds nothing to hide. */
const ALWAYS = ['couvert'];

/**
 * What a token with these scopes may read of `data`; undefined when nothing. What is masked is absent, never empty or
 * null: that would be read as "no right".
 */
export function shownOf(data: object, view: ScopeView, scopes: ReadonlySet<string>): object | undefined {
  const shown = Object.entries(view).flatMap(([scope, its]) => (scopes.has(scope) ? [its] : []));
  const codes = shown.flatMap((its) => its.benefits ?? []);
  const fields = shown.flatMap((its) => its.fields ?? []);
  // A scope that only says whom to name shows nothing by itself.
  if (codes.length === 0 && fields.length === 0) return undefined;
  const names = new Set([...ALWAYS, ...fields]);
  const kept = Object.fromEntries(Object.entries(data).filter(([field]) => names.has(field)));
  if (codes.length === 0 || !('prestations' in data)) return kept;
  const payees = new Set<string>(['assure', ...shown.flatMap((its) => its.payees ?? [])]);
  const prestations = benefitsOf(data.prestations)
    .filter(({ code }) => codes.includes(code))
    .map((entry) => ({
      ...entry,
      beneficiaires: entry.beneficiaires.filter(({ lien }) => payees.has(lien)),
    }));
  return { ...kept, prestations };
}

const benefitsOf = (list: unknown): Benefit[] => (Array.isArray(list) ? list.filter(isBenefit) : []);

const isBenefit = (entry: unknown): entry is Benefit =>
  typeof entry === 'object' && entry !== null && 'code' in entry && 'beneficiaires' in entry;

const HOUSEHOLD: ScopeView = {
  cnaf_allocataires: { payees: ['conjoint'] },
  cnaf_enfants: { payees: ['enfant'] },
};

/**
 * The branches of Cnaf and MSA. FranceConnect has scopes for these benefits alone: the others, and housing whole, are
 * told to a signed assertion only.
 */
export const BRANCH_VIEWS = {
  famille: { allocation_soutien_familial: { benefits: ['allocation_soutien_familial'] }, ...HOUSEHOLD },
  solidarite: {
    allocation_adulte_handicape: { benefits: ['aah'] },
    revenu_solidarite_active: { benefits: ['rsa'] },
    ...HOUSEHOLD,
  },
  emploi: { prime_activite: { benefits: ['prime_activite'], fields: ['echeances'] }, ...HOUSEHOLD },
} as const satisfies Record<string, ScopeView>;
