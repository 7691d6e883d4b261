import { z } from 'zod';
import { ownRight, type Connector } from './connector.ts';
import { amount, Cents, MaybeDay } from './wire.ts';

/** API Particulier v3.0.0, `/v3/dss/revenu_solidarite_active`; the amount is ours. */
const Rsa = z.object({
  /** null: not a beneficiary, as there */
  est_beneficiaire: z.boolean().nullable(),
  avec_majoration: z.boolean().nullish(),
  date_debut_droit: MaybeDay,
  montant_mensuel: Cents.nullish(),
});

/** The département, which owes RSA; the person's Caf or MSA usually pays it and then tells it better. */
export const departement: Connector = {
  supplier: 'departement',
  resources: [
    {
      service: 'rights.solidarity',
      path: '/v3/dss/revenu_solidarite_active',
      rights: (data) => {
        const rsa = Rsa.parse(data);
        if (!rsa.est_beneficiaire) return [];
        const cents = rsa.montant_mensuel ?? null;
        return [
          ownRight('rsa', {
            amount: cents === null ? null : amount(cents, 'month'),
            since: rsa.date_debut_droit,
            paidBy: ['cnaf', 'msa'],
          }),
        ];
      },
    },
  ],
};
