import type { Measure } from '@mds-kit/contract/salaries';
import { msg } from '../locale/msg.ts';
import { netSocialMeaning } from './words.ts';

const MEANINGS: Readonly<Record<Measure, () => string>> = {
  netSocial: netSocialMeaning,
  netPaid: () => msg('Ce que votre employeur vous a payé, avant que l’impôt soit retenu.'),
  netTaxable: () => msg('Ce sur quoi l’impôt est calculé\u00a0: le montant de votre déclaration de revenus.'),
  gross: () => msg('Votre salaire avant les cotisations\u00a0: il compte pour la retraite et le chômage.'),
};

export const measureMeaning = (measure: Measure): string => MEANINGS[measure]();
