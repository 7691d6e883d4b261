/** People whom a careless registry would take for one another. */
import { caf, cpam } from './affiliations.ts';
import { identityOf, type Citizen } from './citizen.ts';
import { covered, paid } from './rights.ts';

const twin = (login: string, firstNames: string[]) =>
  identityOf(login, {
    firstNames,
    familyName: 'JUMELLE-EXEMPLE',
    born: '1999-09-09',
    gender: 'female',
    birthplace: '2B990',
  });

/** Her NIR and her sister's differ by the order number (and the key) only. */
export const lea: Citizen = {
  login: 'lea',
  who: 'Jumelle de Zoé, née en Haute-Corse (2B) : même jour, même commune, même nom.',
  identity: twin('lea', ['Léa', 'Marie']),
  nir: '299092B99099103',
  affiliations: [caf('logement', 'emploi'), cpam()],
  files: (calendar) => ({
    cnaf: {
      logement: { prestations: [paid('aides_logement', 121, calendar.monthStart(-3))] },
      emploi: { prestations: [paid('prime_activite', 174.9, calendar.monthStart(-3))] },
    },
    cnam: { droits: covered(calendar.yearStart(-5)) },
  }),
};

export const zoe: Citizen = {
  login: 'zoe',
  who: 'Jumelle de Léa, née en Haute-Corse (2B) : même jour, même commune, même nom.',
  identity: twin('zoe', ['Zoé', 'Marie']),
  nir: '299092B99099202',
  affiliations: [caf('logement', 'emploi'), cpam()],
  files: (calendar) => ({
    cnaf: { emploi: { prestations: [paid('prime_activite', 88.2, calendar.monthStart(-1))] } },
    cnam: { droits: covered(calendar.yearStart(-5)) },
  }),
};

const namesake = (login: string, birthplace: string) =>
  identityOf(login, {
    firstNames: ['Jean', 'Paul'],
    familyName: 'HOMONYME-FICTIF',
    born: '1969-01-15',
    gender: 'male',
    birthplace,
  });

export const jean: Citizen = {
  login: 'jean',
  who: 'Né dans le Pas-de-Calais, le même jour que son homonyme de Nice.',
  identity: namesake('jean', '62990'),
  nir: '169016299099707',
  affiliations: [caf('logement'), cpam()],
  files: (calendar) => ({
    cnaf: { logement: { prestations: [paid('aides_logement', 98, calendar.monthStart(-12))] } },
    cnam: { droits: covered(calendar.yearStart(-28)) },
  }),
};

export const otherJean: Citizen = {
  login: 'jean-de-nice',
  who: 'Né dans les Alpes-Maritimes, le même jour que son homonyme du Pas-de-Calais.',
  identity: namesake('jean-de-nice', '06990'),
  nir: '169010699099863',
  affiliations: [cpam()],
  files: (calendar) => ({ cnam: { droits: covered(calendar.yearStart(-30)) } }),
};
