import { agircArrco, caf, carsat, cpam, infoRetraite, msa } from './affiliations.ts';
import { identityOf, type Citizen } from './citizen.ts';
import { covered, paid, pensionPaid } from './rights.ts';

/** Three careers and a survivor's pension: four schemes pay her. */
export const simone: Citizen = {
  login: 'simone',
  who: 'Retraitée de trois régimes, elle reçoit aussi une pension de réversion.',
  identity: identityOf('simone', {
    firstNames: ['Simone', 'Yvette'],
    familyName: 'D’ESSAI',
    born: '1951-11-05',
    gender: 'female',
    birthplace: '29990',
  }),
  nir: '251112999099549',
  affiliations: [cpam(), carsat, msa('retraite'), infoRetraite(), agircArrco],
  files: (calendar) => ({
    cnam: { droits: covered(calendar.yearStart(-40)) },
    carsat: {
      pensions: [
        { nature: 'personnelle', montant_mensuel_net: 812.4, date_effet: '2013-12-01' },
        { nature: 'reversion', montant_mensuel_net: 241.18, date_effet: calendar.monthStart(-50) },
      ],
      aspa: { est_beneficiaire: false },
    },
    msa: { retraite: { prestations: [paid('retraite_base', 164.9, '2013-12-01')] } },
    'info-retraite': {
      regimes: [
        pensionPaid('cnav', 'Assurance retraite', 812.4, '2013-12-01'),
        pensionPaid('msa-salaries', 'MSA, salariés agricoles', 164.9, '2013-12-01'),
        pensionPaid('agirc-arrco', 'Agirc-Arrco, retraite complémentaire des salariés', 327.55, '2013-12-01'),
      ],
    },
  }),
};

/** A small pension, completed by the minimum for older people. */
export const germaine: Citizen = {
  login: 'germaine',
  who: 'Retraitée avec une petite pension, complétée par le minimum vieillesse (Aspa) et une aide au logement.',
  identity: identityOf('germaine', {
    firstNames: ['Germaine', 'Paulette'],
    familyName: 'SPÉCIMEN',
    born: '1947-04-18',
    gender: 'female',
    birthplace: '23990',
  }),
  nir: '247042399099603',
  affiliations: [cpam(), caf('logement'), carsat, infoRetraite()],
  files: (calendar) => ({
    cnam: {
      droits: covered(calendar.yearStart(-45)),
      complementaire_sante_solidaire: {
        est_beneficiaire: true,
        avec_participation: true,
        date_debut_droit: calendar.monthStart(-5),
        date_fin_droit: calendar.monthEnd(6),
      },
    },
    cnaf: {
      foyer: {
        enfants: [],
        quotient: 718,
        logement: {
          statut_occupation: 'locataire_hlm',
          code_cog_insee_commune: '23096',
          loyer_hors_charges: 312.8,
        },
      },
      logement: { prestations: [paid('aides_logement', 246, calendar.monthStart(-90))] },
    },
    carsat: {
      pensions: [{ nature: 'personnelle', montant_mensuel_net: 412.85, date_effet: '2012-05-01' }],
      aspa: { est_beneficiaire: true, montant_mensuel: 621.3, date_debut_droit: '2014-02-01' },
    },
    'info-retraite': { regimes: [pensionPaid('cnav', 'Assurance retraite', 412.85, '2012-05-01')] },
  }),
};
