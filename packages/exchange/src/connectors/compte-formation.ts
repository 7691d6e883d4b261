import { z } from 'zod';
import { ownRight, type Connector } from './connector.ts';
import { amount, Cents, Day } from './wire.ts';

/** What the training account holds. An invention in the style of API Particulier v3. */
const Solde = z.object({ solde: Cents, date_solde: Day });

/** The training account (*compte personnel de formation*). */
export const compteFormation: Connector = {
  supplier: 'cpf',
  resources: [
    {
      service: 'rights.employment',
      path: '/v3/compte_formation/solde',
      rights: (data) => {
        const { solde, date_solde } = Solde.parse(data);
        return [ownRight('compte_formation', { amount: amount(solde, 'once'), asOfDay: date_solde })];
      },
    },
  ],
};
