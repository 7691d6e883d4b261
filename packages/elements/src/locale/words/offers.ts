import { msg } from '../msg.ts';
import type { BenefitId } from '@mds-kit/contract/benefits';

/** What a benefit is for, a line each, for people to whom nothing is paid. No amounts: those change every year. */
const OFFERS: Record<BenefitId, () => string> = {
  assurance_maladie: () => msg('Le remboursement de vos frais de santé.'),
  complementaire_sante_solidaire: () =>
    msg('Une complémentaire santé gratuite ou peu chère, selon vos ressources.'),
  indemnites_journalieres: () => msg('Un revenu pendant un arrêt de travail ou un congé de maternité.'),
  allocations_familiales: () =>
    msg('Une aide chaque mois dès deux enfants à charge, dès le premier en outre-mer.'),
  complement_familial: () => msg('Une aide dès trois enfants de 3 ans ou plus, selon vos ressources.'),
  allocation_soutien_familial: () =>
    msg('Une aide pour élever un enfant que l’autre parent n’aide pas, ou un enfant recueilli.'),
  allocation_rentree_scolaire: () =>
    msg('Une aide à la rentrée pour les enfants de 6 à 18 ans, selon vos ressources.'),
  paje_base: () => msg('Une aide chaque mois jusqu’aux 3 ans de l’enfant, selon vos ressources.'),
  paje_naissance: () => msg('Une somme versée en une fois pour l’arrivée d’un enfant, selon vos ressources.'),
  aeeh: () => msg('Une aide pour les frais liés au handicap d’un enfant de moins de 20 ans.'),
  aides_logement: () => msg('Une aide chaque mois pour payer votre logement, selon vos ressources.'),
  cheque_energie: () => msg('Une aide chaque année pour payer vos factures d’énergie, selon vos ressources.'),
  demande_logement_social: () =>
    msg('Une demande, à renouveler chaque année, pour un logement à loyer modéré.'),
  rsa: () => msg('Un revenu minimum si vos ressources sont faibles, en général dès 25 ans.'),
  aah: () => msg('Un revenu minimum si un handicap limite durablement votre activité.'),
  aspa: () => msg('Un revenu minimum pour les retraités, en général dès 65 ans.'),
  asi: () => msg('Un complément à une petite pension d’invalidité.'),
  retraite_base: () => msg('La pension de votre régime, selon votre carrière.'),
  retraite_complementaire: () => msg('Une pension qui s’ajoute à la retraite de base, selon vos points.'),
  retraite_reversion: () =>
    msg('Une partie de la retraite de votre époux ou de votre épouse, après son décès.'),
  prime_activite: () => msg('Un complément chaque mois si vous travaillez avec un revenu modeste.'),
  are: () => msg('Un revenu si vous avez perdu votre emploi et assez travaillé avant.'),
  ass: () => msg('Un revenu quand vos droits au chômage sont épuisés, sous conditions.'),
  compte_formation: () => msg('Une somme en euros pour payer vos formations.'),
};

/** One line on what a benefit is for; undefined for one that this kit does not know. */
export function offer(id: string): string | undefined {
  return Object.hasOwn(OFFERS, id) ? OFFERS[id as BenefitId]() : undefined;
}
