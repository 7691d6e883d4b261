import type { Domain } from './domains.ts';

/**
 * Which benefit belongs to which domain: reviewed data, in the order in which a domain presents what it offers.
 * Minimum incomes stand under solidarity; prime d'activité, unemployment and the professional account under
 * employment. An id is the benefit's usual French name or acronym; its words are in the kit's locales.
 */
export const BENEFITS = {
  health: ['assurance_maladie', 'complementaire_sante_solidaire', 'indemnites_journalieres'],
  family: [
    'allocations_familiales',
    'complement_familial',
    'allocation_soutien_familial',
    'allocation_rentree_scolaire',
    'paje_base',
    'paje_naissance',
    'aeeh',
  ],
  housing: ['aides_logement', 'cheque_energie', 'demande_logement_social'],
  solidarity: ['rsa', 'aah', 'aspa', 'asi'],
  retirement: ['retraite_base', 'retraite_complementaire', 'retraite_reversion'],
  employment: ['prime_activite', 'are', 'ass', 'compte_formation'],
} as const satisfies Record<Domain, readonly string[]>;

export type BenefitId = (typeof BENEFITS)[Domain][number];

const domainByBenefit = new Map<string, Domain>(
  Object.entries(BENEFITS).flatMap(([domain, ids]) => ids.map((id) => [id, domain as Domain] as const)),
);

export function isBenefitId(value: string): value is BenefitId {
  return domainByBenefit.has(value);
}

/** The domain under which a benefit is shown; `undefined` for an id that this version does not know. */
export function domainOf(benefit: string): Domain | undefined {
  return domainByBenefit.get(benefit);
}
