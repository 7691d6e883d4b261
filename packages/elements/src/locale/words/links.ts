import { msg } from '../msg.ts';
import type { Organisation } from '@mds-kit/contract/organisations';

export type OrganisationLink = keyof Organisation['links'];

/** The pages of an organisation, in the order in which people look for them. */
export const ORGANISATION_LINKS: readonly OrganisationLink[] = [
  'account',
  'appointment',
  'history',
  'certificates',
  'createAccount',
  'dataRights',
];

export function linkName(link: OrganisationLink): string {
  switch (link) {
    case 'account':
      return msg('Accéder à votre compte');
    case 'appointment':
      return msg('Prendre rendez-vous');
    case 'history':
      return msg('Voir vos paiements');
    case 'certificates':
      return msg('Obtenir vos attestations');
    case 'createAccount':
      return msg('Créer un compte');
    case 'dataRights':
      return msg('Exercer vos droits sur vos données');
  }
}
