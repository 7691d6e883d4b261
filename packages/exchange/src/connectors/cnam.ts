import { z } from 'zod';
import { ownRight, type Connector, type Resource } from './connector.ts';
import { healthCover } from './health-cover.ts';
import { MaybeDay } from './wire.ts';

/** API Particulier v3.0.0, `/v3/dss/complementaire_sante_solidaire`, and the day of its end, which is ours. */
const Css = z.object({
  /** null: not a beneficiary, as there */
  est_beneficiaire: z.boolean().nullable(),
  avec_participation: z.boolean().nullish(),
  date_debut_droit: MaybeDay,
  date_fin_droit: MaybeDay,
});

const solidarityHealth: Resource = {
  service: 'rights.health',
  path: '/v3/dss/complementaire_sante_solidaire',
  rights: (data, { today }) => {
    const css = Css.parse(data);
    if (!css.est_beneficiaire) return [];
    const over = css.date_fin_droit !== null && css.date_fin_droit < today;
    return [
      ownRight('complementaire_sante_solidaire', {
        status: over ? 'ended' : 'open',
        since: css.date_debut_droit,
        until: css.date_fin_droit,
      }),
    ];
  },
};

/** The general scheme's health insurance (*Assurance maladie*). */
export const cnam: Connector = { supplier: 'cnam', resources: [healthCover, solidarityHealth] };
