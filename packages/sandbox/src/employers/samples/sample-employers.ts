/** Where the sample citizens work. A deposit holds no name of a firm: the Sirene directory does. */
import { inventedSiret } from '../numbers.ts';

export type SampleEmployer = {
  siret: string;
  /** As the Sirene directory would write it. */
  name: string;
  /** *Point de dépôt*: 01 Net-entreprises, 02 MSA. */
  point: '01' | '02';
};

const NAMES = {
  library: 'MÉDIATHÈQUE IMAGINAIRE',
  canteen: 'CANTINE EXEMPLAIRE',
  workshop: 'ATELIER FICTIF',
  transport: 'TRANSPORTS INVENTÉS',
  vineyard: 'VIGNOBLE DU MODÈLE',
  printer: 'IMPRIMERIE FACTICE',
  bakery: 'BOULANGERIE SPÉCIMEN',
  agency: 'INTÉRIM PROTOTYPE',
  hairdresser: 'COIFFURE MAQUETTE',
  accountant: 'CABINET D’ESSAI',
  nursery: 'CRÈCHE FICTION',
  school: 'COLLÈGE EXEMPLE',
  hotel: 'HÔTEL DES ÎLES FICTIVES',
  garage: 'GARAGE HOMONYME',
  architects: 'ARCHITECTES IMAGINÉS',
} as const;

export type Workplace = keyof typeof NAMES;

const workplaces = Object.keys(NAMES) as Workplace[];

export const SAMPLE_EMPLOYERS = Object.fromEntries(
  workplaces.map((workplace, index) => [
    workplace,
    {
      siret: inventedSiret('sample', index),
      name: NAMES[workplace],
      point: workplace === 'vineyard' ? '02' : '01',
    },
  ]),
) as Readonly<Record<Workplace, SampleEmployer>>;
