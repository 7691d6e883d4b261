import type { RightStatus } from '@mds-kit/contract/rights';
import { z } from 'zod';
import type { RightsServiceId } from '../catalogue/catalogue.ts';
import { domainOfService } from '../catalogue/schema.ts';
import { assertDomain, type Resource } from './connector.ts';
import { Beneficiaires, MaybeDay, Montant } from './wire.ts';

const STATUS = {
  ouvert: 'open',
  suspendu: 'suspended',
  en_attente: 'pending',
  termine: 'ended',
} as const satisfies Record<string, RightStatus>;

/** What a family or agricultural fund pays in one branch. An invention in the style of API Particulier v3. */
const Prestations = z.object({
  prestations: z
    .array(
      z.object({
        /** A benefit id; one that this portal does not know yet still is a right. */
        code: z
          .string()
          .max(64)
          .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/),
        statut: z.enum(['ouvert', 'suspendu', 'en_attente', 'termine']),
        montant: Montant,
        date_debut_droit: MaybeDay,
        date_fin_droit: MaybeDay,
        beneficiaires: Beneficiaires,
      }),
    )
    .max(50),
});

/** The resource of one branch, which Cnaf and MSA answer alike. */
export function branch(service: RightsServiceId, name: string): Resource {
  return {
    service,
    path: `/v3/dss/prestations/${name}`,
    rights: (data) =>
      Prestations.parse(data).prestations.map((prestation) => {
        assertDomain(prestation.code, domainOfService(service));
        return {
          benefit: prestation.code,
          status: STATUS[prestation.statut],
          amount: prestation.montant,
          beneficiaries: prestation.beneficiaires,
          since: prestation.date_debut_droit,
          until: prestation.date_fin_droit,
        };
      }),
  };
}
