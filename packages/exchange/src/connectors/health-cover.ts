import { z } from 'zod';
import type { SuppliedRight } from '../acquisition/envelope.ts';
import { ownRight, type Reading, type Resource } from './connector.ts';
import { amount, Beneficiaires, Cents, Day, MaybeDay } from './wire.ts';

/** Health cover and daily allowances of one insured person. An invention in the style of API Particulier v3. */
const Droits = z.object({
  droits_ouverts: z.boolean(),
  date_debut: MaybeDay,
  date_fin: MaybeDay,
  beneficiaires: Beneficiaires,
  indemnites_journalieres: z
    .array(
      z.object({
        nature: z.enum(['maladie', 'maternite']),
        montant_jour: Cents,
        date_debut: Day,
        date_fin: MaybeDay,
      }),
    )
    .max(50)
    .nullish(),
});

function rights(data: unknown, { today }: Reading): SuppliedRight[] {
  const { droits_ouverts, date_debut, date_fin, beneficiaires, indemnites_journalieres } = Droits.parse(data);
  const cover = ownRight('assurance_maladie', {
    status: droits_ouverts ? 'open' : 'ended',
    beneficiaries: beneficiaires,
    since: date_debut,
    until: date_fin,
  });
  const allowances = (indemnites_journalieres ?? []).map((allowance) =>
    ownRight('indemnites_journalieres', {
      status: allowance.date_fin !== null && allowance.date_fin < today ? 'ended' : 'open',
      amount: amount(allowance.montant_jour, 'day'),
      since: allowance.date_debut,
      until: allowance.date_fin,
    }),
  );
  // Closed since a known day is worth saying; never opened is no right.
  return droits_ouverts || date_fin !== null ? [cover, ...allowances] : allowances;
}

export const healthCover: Resource = {
  service: 'rights.health',
  path: '/v3/assurance_maladie/droits',
  rights,
};
