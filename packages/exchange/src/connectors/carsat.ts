import { z } from 'zod';
import { ownRight, type Connector } from './connector.ts';
import { amount, Cents, Day, MaybeDay } from './wire.ts';

/** Pensions and the minimum income of older people. An invention in the style of API Particulier v3. */
const Retraite = z.object({
  pensions: z
    .array(
      z.object({ nature: z.enum(['personnelle', 'reversion']), montant_mensuel_net: Cents, date_effet: Day }),
    )
    .max(50),
  aspa: z.object({
    est_beneficiaire: z.boolean().nullable(),
    montant_mensuel: Cents.nullish(),
    date_debut_droit: MaybeDay,
  }),
});

const path = '/v3/retraite/pensions';

/** The general scheme's pension funds (*Carsat*), answered for together. */
export const carsat: Connector = {
  supplier: 'carsat',
  resources: [
    {
      service: 'rights.retirement',
      path,
      rights: (data, { today }) =>
        Retraite.parse(data).pensions.map((pension) =>
          ownRight(pension.nature === 'reversion' ? 'retraite_reversion' : 'retraite_base', {
            status: pension.date_effet > today ? 'pending' : 'open',
            amount: amount(pension.montant_mensuel_net, 'month'),
            since: pension.date_effet,
          }),
        ),
    },
    {
      // The pension fund pays ASPA; the portal shows it among the minimum incomes.
      service: 'rights.solidarity',
      path,
      rights: (data) => {
        const { aspa } = Retraite.parse(data);
        if (!aspa.est_beneficiaire) return [];
        const cents = aspa.montant_mensuel ?? null;
        return [
          ownRight('aspa', {
            amount: cents === null ? null : amount(cents, 'month'),
            since: aspa.date_debut_droit,
          }),
        ];
      },
    },
  ],
};
