import { z } from 'zod';
import { ownRight, type Connector, type Resource } from './connector.ts';
import { amount, Cents, Day, MaybeDay } from './wire.ts';

/** API Particulier v3.0.0, `/v3/france_travail/indemnites/identifiant`. */
const Indemnites = z.object({
  paiements: z.array(z.object({ date_versement: Day, montant_allocations: Cents })).max(500),
});

/** Months since year 0, to count in. */
const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Paid at the beginning of the month for the one before: two months without payment, and it is not running now. */
const STILL_RUNNING_MONTHS = 2;

/**
 * The newest payment tells what is paid now. ARE and ASS alike are inside `montant_allocations` (there is no
 * separate ASS resource), so both are shown as unemployment benefit.
 */
const allowances: Resource = {
  service: 'rights.employment',
  path: '/v3/france_travail/indemnites/identifiant',
  rights: (data, { today }) => {
    const { paiements } = Indemnites.parse(data);
    const past = paiements.filter(({ date_versement }) => date_versement <= today);
    const newest = past.sort((a, b) => b.date_versement.localeCompare(a.date_versement))[0];
    if (!newest || monthsOf(today) - monthsOf(newest.date_versement) > STILL_RUNNING_MONTHS) return [];
    return [ownRight('are', { amount: amount(newest.montant_allocations, 'month') })];
  },
};

/**
 * API Particulier v3.0.0, `/v3/france_travail/statut/identifiant`. Address, telephone and mail come with it and are
 * not read: what is not needed is not processed (GDPR art. 5.1.c). It brings the due date of the monthly update.
 */
const Statut = z.object({ inscription: z.object({ date_debut: Day, date_fin: MaybeDay }) });

const registration: Resource = {
  service: 'rights.employment',
  path: '/v3/france_travail/statut/identifiant',
  rights: (data) => {
    Statut.parse(data);
    return [];
  },
};

/** Unemployment insurance and registration. */
export const franceTravail: Connector = {
  supplier: 'france-travail',
  resources: [registration, allowances],
};
