import { z } from 'zod';
import type { SuppliedRight } from '../acquisition/envelope.ts';
import { ownRight, type Connector } from './connector.ts';
import { amount, Cents, MaybeDay } from './wire.ts';

/** What all pension schemes hold of one career. An invention in the style of API Particulier v3. */
const Regimes = z.object({
  regimes: z
    .array(
      z.object({
        code: z
          .string()
          .max(64)
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        libelle: z.string().max(200),
        statut: z.enum(['pension_servie', 'droits_en_cours']),
        montant_mensuel_net: Cents.nullish(),
        date_effet: MaybeDay,
      }),
    )
    .max(60),
});

const COMPLEMENTARY = new Set(['agirc-arrco', 'ircantec', 'rafp', 'rci']);

/** Schemes whose fund is a supplier itself, and then the better source. */
const PAID_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ['cnav', ['carsat']],
  ['msa-salaries', ['msa']],
  ['msa-exploitants', ['msa']],
]);

/** The union of the 35 schemes (*GIP Union Retraite*), which speaks for those that do not answer themselves. */
export const infoRetraite: Connector = {
  supplier: 'info-retraite',
  resources: [
    {
      service: 'rights.retirement',
      path: '/v3/retraite/regimes',
      rights: (data, { today }) =>
        Regimes.parse(data).regimes.flatMap((regime): SuppliedRight[] => {
          // Rights that still grow are no pension yet.
          if (regime.statut === 'droits_en_cours') return [];
          const cents = regime.montant_mensuel_net ?? null;
          const complementary = COMPLEMENTARY.has(regime.code);
          const paidBy = PAID_BY.get(regime.code);
          return [
            ownRight(complementary ? 'retraite_complementaire' : 'retraite_base', {
              status: regime.date_effet !== null && regime.date_effet > today ? 'pending' : 'open',
              amount: cents === null ? null : amount(cents, 'month'),
              since: regime.date_effet,
              // where the scheme is an organisation of the catalogue (Agirc-Arrco), it is the one to talk to
              organisation: regime.code,
              ...(paidBy ? { paidBy } : {}),
            }),
          ];
        }),
    },
  ],
};
