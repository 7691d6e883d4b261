import { msg } from '../msg.ts';
import type { Domain } from '@mds-kit/contract/domains';

/** What a domain is about, for people who have not signed in yet. */
export function domainScope(domain: Domain): string {
  switch (domain) {
    case 'health':
      return msg('Remboursements de soins, complémentaire santé, arrêts de travail');
    case 'family':
      return msg('Allocations et aides pour vos enfants');
    case 'housing':
      return msg('Aides au logement, chèque énergie, logement social');
    case 'solidarity':
      return msg('Revenu minimum\u00a0: RSA, handicap, grand âge, invalidité');
    case 'retirement':
      return msg('Retraites de base et complémentaires, réversion');
    case 'employment':
      return msg('Prime d’activité, chômage, compte personnel de formation');
  }
}
