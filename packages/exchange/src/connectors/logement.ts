import { z } from 'zod';
import { ownRight, type Connector } from './connector.ts';
import { Day, MaybeDay } from './wire.ts';

/** Applications for social housing. An invention in the style of API Particulier v3. */
const Demandes = z.object({
  demandes: z
    .array(
      z.object({
        statut: z.enum(['active', 'satisfaite', 'radiee']),
        date_depot: Day,
        date_renouvellement: MaybeDay,
      }),
    )
    .max(20),
});

/** The national register of applications for social housing (*SNE*). */
export const logement: Connector = {
  supplier: 'logement',
  resources: [
    {
      service: 'rights.housing',
      path: '/v3/logement/demande_logement_social',
      rights: (data) =>
        Demandes.parse(data).demandes.map((demande) =>
          ownRight('demande_logement_social', {
            status: demande.statut === 'active' ? 'pending' : 'ended',
            since: demande.date_depot,
            // An application lapses unless renewed by then; a closed one has no end that we are told.
            until: demande.statut === 'active' ? demande.date_renouvellement : null,
          }),
        ),
    },
  ],
};
