import { msg } from '../msg.ts';
import type { Domain } from '@mds-kit/contract/domains';

export function domainName(domain: Domain): string {
  switch (domain) {
    case 'health':
      return msg('Santé');
    case 'family':
      return msg('Famille');
    case 'housing':
      return msg('Logement');
    case 'solidarity':
      return msg('Solidarité');
    case 'retirement':
      return msg('Retraite');
    case 'employment':
      return msg('Autour de l’emploi');
  }
}
