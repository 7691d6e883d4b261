import { createAcquisition } from '../acquisition/acquisition.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { connectors } from '../connectors/index.ts';
import type { Registries } from '../registries/registries.ts';
import { createRightsDesk } from '../rights-desk.ts';
import { createSalariesDesk } from '../salaries-desk.ts';
import { createSituationDesk } from '../situation-desk.ts';
import { SupplierLines, type LineOptions } from '../supplier-line.ts';
import { FAMILLE } from './famille.ts';
import { salairesAsAsked } from './salaires.ts';
import { envelope, type Handler } from './supplier-server.ts';

type Outside = LineOptions & { catalogue: Catalogue; registries: Pick<Registries, 'affiliationsOf'> };

/** A situation desk with the desks behind it, as the portal joins them. */
export function openSituationDesk(outside: Outside) {
  const lines = new SupplierLines(outside);
  const acquisition = createAcquisition({ ...outside, connectors, lines });
  const salariesDesk = createSalariesDesk(outside);
  const rightsDesk = createRightsDesk({ ...outside, acquisition });
  return {
    desk: createSituationDesk({ ...outside, lines, rightsDesk, salariesDesk }),
    close() {
      acquisition.close();
      salariesDesk.close();
    },
  };
}

export const PATHS = {
  family: '/cnaf/v3/dss/quotient_familial',
  resources: '/ressources/v1/salaires',
  payments: '/cnaf/v3/dss/prestations/famille',
  minima: '/cnaf/v3/dss/prestations/solidarite',
} as const;

const paid = (code: string, lien: 'assure' | 'conjoint' | 'enfant') => ({
  code,
  statut: 'ouvert',
  montant: { valeur: 4711.42, periodicite: 'mensuelle' },
  date_debut_droit: '2024-09-01',
  date_fin_droit: null,
  beneficiaires: [{ lien }],
});

/** What a Caf and the scheme of monthly resources know of the canary: all of it. */
export const EVERYTHING: Readonly<Record<string, Handler>> = {
  [PATHS.family]: envelope(FAMILLE),
  [PATHS.resources]: salairesAsAsked,
  [PATHS.payments]: envelope({ prestations: [paid('allocations_familiales', 'enfant')] }),
  [PATHS.minima]: envelope({ prestations: [paid('rsa', 'assure'), paid('aah', 'conjoint')] }),
};
