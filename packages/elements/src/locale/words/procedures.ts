import { msg } from '../msg.ts';
import type { ProcedureId } from '@mds-kit/contract/procedures';

const NAMES: Record<ProcedureId, () => string> = {
  'declare-resources-quarterly': () => msg('Déclarer vos ressources du trimestre'),
  'report-change': () => msg('Signaler un changement de situation'),
  'get-payment-certificate': () => msg('Obtenir une attestation de paiement'),
  'get-health-certificate': () => msg('Obtenir une attestation de droits'),
  'order-health-card': () => msg('Commander une carte Vitale'),
  'renew-c2s': () => msg('Renouveler la Complémentaire santé solidaire'),
  'declare-birth': () => msg('Déclarer une naissance'),
  'declare-childcare': () => msg('Déclarer un mode de garde'),
  'declare-housing-change': () => msg('Déclarer un changement de logement ou de loyer'),
  'renew-social-housing': () => msg('Renouveler votre demande de logement social'),
  'apply-housing-aid': () => msg('Demander une aide au logement'),
  'apply-rsa': () => msg('Demander le revenu de solidarité active (RSA)'),
  'apply-aah': () => msg('Demander l’allocation aux adultes handicapés (AAH)'),
  'apply-aspa': () => msg('Demander l’allocation de solidarité aux personnes âgées (Aspa)'),
  'request-career-statement': () => msg('Obtenir votre relevé de carrière'),
  'apply-pension': () => msg('Demander votre retraite'),
  'get-pension-certificate': () => msg('Obtenir une attestation de retraite'),
  'update-jobseeker-status': () => msg('Actualiser votre situation de demandeur d’emploi'),
  'get-unemployment-certificate': () => msg('Obtenir une attestation de chômage'),
  'use-training-account': () => msg('Utiliser votre compte personnel de formation'),
  'declare-self-employed-income': () => msg('Déclarer vos revenus de travailleur indépendant'),
};

/** What there is to do, verb first; undefined for a procedure that this kit does not know. */
export function procedureName(id: string): string | undefined {
  return Object.hasOwn(NAMES, id) ? NAMES[id as ProcedureId]() : undefined;
}
