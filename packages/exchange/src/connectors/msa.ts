import type { Connector } from './connector.ts';
import { branch } from './prestations.ts';

/** The agricultural scheme (*MSA*): one counter for all branches. */
export const msa: Connector = {
  supplier: 'msa',
  resources: [
    branch('rights.health', 'sante'),
    branch('rights.family', 'famille'),
    branch('rights.housing', 'logement'),
    branch('rights.solidarity', 'solidarite'),
    branch('rights.retirement', 'retraite'),
    branch('rights.employment', 'emploi'),
  ],
};
