import { msg } from '../msg.ts';
import type { Scheme } from '@mds-kit/contract/organisations';

/** The scheme at the head of a sentence: "Le régime agricole ne transmet pas…". */
export function schemeName(scheme: Scheme): string {
  switch (scheme) {
    case 'general':
      return msg('Le régime général');
    case 'agricultural':
      return msg('Le régime agricole');
    case 'self-employed':
      return msg('Le régime des indépendants');
    case 'public-service':
      return msg('Le régime de la fonction publique');
  }
}
