import type { Connector } from './connector.ts';
import { branch } from './prestations.ts';

/** Family funds (*Caf*), answered for by their national fund. */
export const caf: Connector = {
  supplier: 'cnaf',
  resources: [
    branch('rights.family', 'famille'),
    branch('rights.housing', 'logement'),
    branch('rights.solidarity', 'solidarite'),
    branch('rights.employment', 'emploi'),
  ],
};
