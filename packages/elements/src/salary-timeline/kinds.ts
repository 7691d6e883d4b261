import type { Correction, SalaryMonth } from '@mds-kit/contract/salaries';
import { day } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import { learn, wordsOf } from './codes.ts';
import type { Words } from './codes.ts';
import { monthName } from './months.ts';

/** *Nature du contrat* (S21.G00.40.007): the rarer ones. */
learn({
  '07': () => msg('CDI intermittent'),
  '20': () => msg('détachement dans la fonction publique'),
  '21': () => msg('détachement dans la fonction publique'),
  '32': () => msg('contrat d’appui au projet d’entreprise'),
  '51': () => msg('collaboration occasionnelle au service public'),
  '52': () => msg('activité accessoire'),
  '53': () => msg('travail en détention'),
  '54': () => msg('apprentissage en détention'),
  '60': () => msg('engagement éducatif'),
  '70': () => msg('travail en Ésat'),
  '81': () => msg('mandat d’élu'),
  '82': () => msg('CDI de chantier'),
  '91': () => msg('CDI maritime'),
  '92': () => msg('CDD maritime'),
});

/** *Motif de l’arrêt* (S21.G00.60.001, two digits) and *motif de suspension* (S21.G00.65.001, three). */
const MOTIVES: Words = {
  '01': () => msg('arrêt maladie'),
  '02': () => msg('congé de maternité'),
  '03': () => msg('congé de paternité et d’accueil de l’enfant'),
  '04': () => msg('arrêt après un accident de trajet'),
  '05': () => msg('arrêt pour maladie professionnelle'),
  '06': () => msg('arrêt après un accident du travail'),
  '07': () => msg('dispense de travail pendant la grossesse'),
  '09': () => msg('congé d’adoption'),
  '12': () => msg('congé de longue durée'),
  '13': () => msg('congé de longue maladie'),
  '15': () => msg('temps partiel thérapeutique'),
  '16': () => msg('temps partiel thérapeutique'),
  '17': () => msg('temps partiel thérapeutique'),
  '18': () => msg('temps partiel thérapeutique'),
  '19': () => msg('congé de deuil d’un enfant'),
  '112': () => msg('invalidité de catégorie 1'),
  '114': () => msg('invalidité de catégorie 2'),
  '116': () => msg('invalidité de catégorie 3'),
  '200': () => msg('congés payés'),
  '301': () => msg('congé de formation professionnelle'),
  '501': () => msg('congé sans solde'),
  '507': () => msg('chômage pour intempéries'),
  '602': () => msg('activité partielle'),
  '607': () => msg('congé de présence parentale'),
  '609': () => msg('congé de formation professionnelle'),
  '610': () => msg('projet de transition professionnelle'),
  '625': () => msg('congé de reclassement'),
  '627': () => msg('congé de solidarité familiale'),
  '632': () => msg('congé parental d’éducation'),
  '635': () => msg('congé pour création d’entreprise'),
  '636': () => msg('congé pour enfant malade'),
  '637': () => msg('congé pour événement familial'),
  '639': () => msg('congé sabbatique'),
  '650': () => msg('congé de proche aidant'),
  '675': () => msg('disponibilité'),
  '680': () => msg('congé sans solde'),
};

/** *Type de prime* (S21.G00.52.001). */
const BONUSES: Words = {
  '001': () => msg('indemnité de rupture conventionnelle'),
  '003': () => msg('indemnité de mise à la retraite'),
  '004': () => msg('indemnité de mise à la retraite'),
  '005': () => msg('indemnité de départ à la retraite'),
  '006': () => msg('indemnité de départ à la retraite'),
  '007': () => msg('indemnité de licenciement'),
  '008': () => msg('indemnité de licenciement'),
  '011': () => msg('indemnité de fin de contrat'),
  '012': () => msg('indemnité de fin de mission'),
  '019': () => msg('indemnité de non-concurrence'),
  '020': () => msg('indemnité de congés payés'),
  '022': () => msg('indemnité transactionnelle'),
  '023': () => msg('indemnité de préavis'),
  '025': () => msg('rachat de jours du compte épargne-temps'),
  '026': () => msg('prime exceptionnelle liée à l’activité'),
  '027': () => msg('prime liée à l’activité'),
  '028': () => msg('prime non liée à l’activité'),
  '029': () => msg('rachat de jours de repos'),
  '030': () => msg('rachat de jours du compte épargne-temps'),
  '034': () => msg('indemnité de congés payés'),
  '046': () => msg('indemnité de congés payés'),
  '048': () => msg('indemnité de résidence'),
  '049': () => msg('supplément familial de traitement'),
  '904': () => msg('prime de partage de la valeur'),
  '905': () => msg('prime de partage de la valeur'),
  '906': () => msg('prime de partage de la valeur'),
};

/** `arrêt maladie`, `absence de motif 683`. */
export const absenceKind = (motive: string): string =>
  wordsOf(MOTIVES, motive) ?? msg(str`absence de motif ${motive}`);

/** `prime liée à l’activité`, `prime de type 999`. */
export const bonusKind = (type: string): string => wordsOf(BONUSES, type) ?? msg(str`prime de type ${type}`);

/** Why a month has no figure. */
export const silence = ({ state }: SalaryMonth): string =>
  state === 'pending'
    ? msg('Ce mois n’est pas encore transmis\u00a0: les employeurs le déclarent le mois suivant.')
    : msg('Rien n’a été déclaré pour ce mois. Cela ne veut pas dire que vous n’avez rien gagné.');

/** Who corrected, and how: one sentence for each declaration that did. */
export function corrected({ how, declaredOn, declaredFor }: Correction): string {
  const on = day(declaredOn);
  switch (how) {
    case 'replaced':
      return msg(str`Le ${on}, l’employeur a refait toute sa déclaration du mois.`);
    case 'cancelled':
      return msg(str`Le ${on}, l’employeur a annulé sa déclaration.`);
    case 'regularised':
      return msg(
        str`Le ${on}, l’employeur a corrigé ce mois dans une autre déclaration (${monthName(declaredFor)}).`,
      );
    case 'substituted':
      return msg(str`Le ${on}, l’Urssaf ou la MSA a déclaré à la place de l’employeur.`);
  }
}
