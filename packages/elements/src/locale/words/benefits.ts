import { msg } from '../msg.ts';
import type { BenefitId } from '@mds-kit/contract/benefits';

// Functions, not strings: they are read again when the language of the document changes.
const NAMES: Record<BenefitId, () => string> = {
  assurance_maladie: () => msg('Assurance maladie'),
  complementaire_sante_solidaire: () => msg('Complémentaire santé solidaire'),
  indemnites_journalieres: () => msg('Indemnités journalières'),
  allocations_familiales: () => msg('Allocations familiales'),
  complement_familial: () => msg('Complément familial'),
  allocation_soutien_familial: () => msg('Allocation de soutien familial'),
  allocation_rentree_scolaire: () => msg('Allocation de rentrée scolaire'),
  paje_base: () => msg('Allocation de base pour le jeune enfant'),
  paje_naissance: () => msg('Prime à la naissance'),
  aeeh: () => msg('Allocation d’éducation de l’enfant handicapé'),
  aides_logement: () => msg('Aide au logement'),
  cheque_energie: () => msg('Chèque énergie'),
  demande_logement_social: () => msg('Demande de logement social'),
  rsa: () => msg('Revenu de solidarité active (RSA)'),
  aah: () => msg('Allocation aux adultes handicapés (AAH)'),
  aspa: () => msg('Allocation de solidarité aux personnes âgées (Aspa)'),
  asi: () => msg('Allocation supplémentaire d’invalidité (ASI)'),
  retraite_base: () => msg('Retraite de base'),
  retraite_complementaire: () => msg('Retraite complémentaire'),
  retraite_reversion: () => msg('Pension de réversion'),
  prime_activite: () => msg('Prime d’activité'),
  are: () => msg('Allocation d’aide au retour à l’emploi (ARE)'),
  ass: () => msg('Allocation de solidarité spécifique (ASS)'),
  compte_formation: () => msg('Compte personnel de formation'),
};

/** The benefit's name; undefined for one that a newer portal knows and this kit does not. */
export function benefitName(id: string): string | undefined {
  return Object.hasOwn(NAMES, id) ? NAMES[id as BenefitId]() : undefined;
}
