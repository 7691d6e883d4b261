import { MEASURES } from '@mds-kit/contract/salaries';
import type { Measure } from '@mds-kit/contract/salaries';
import { msg } from '../locale/msg.ts';
import type { Lane } from './lanes.ts';
import { netSocialMeaning } from './words.ts';

const MEANINGS: Readonly<Record<Measure, () => string>> = {
  netSocial: netSocialMeaning,
  netPaid: () => msg('Ce que votre employeur vous a payé, avant que l’impôt soit retenu.'),
  netTaxable: () => msg('Ce sur quoi l’impôt est calculé\u00a0: le montant de votre déclaration de revenus.'),
  gross: () => msg('Votre salaire avant les cotisations\u00a0: il compte pour la retraite et le chômage.'),
};

export const measureMeaning = (measure: Measure): string => MEANINGS[measure]();

/** Of a pension, an allocation…: no employer paid it, and nobody tells its net paid. */
const OF_INCOMES: Readonly<Partial<typeof MEANINGS>> = {
  netSocial: () =>
    msg('Le montant qui compte pour le RSA et la prime d’activité, une fois les cotisations déduites.'),
  netTaxable: MEANINGS.netTaxable,
  gross: () => msg('Le montant avant les cotisations.'),
};

/** What each measure of a lane means. */
export function meanings({ payer }: Lane): [Measure, string][] {
  const words = payer === undefined ? MEANINGS : OF_INCOMES;
  return MEASURES.flatMap((measure) => {
    const meaning = words[measure];
    return meaning ? [[measure, meaning()] as [Measure, string]] : [];
  });
}
