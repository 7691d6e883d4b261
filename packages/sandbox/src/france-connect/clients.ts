import { ALL_DATA_SCOPES } from './data-providers.ts';
import { SCOPES } from './identity.ts';

/** A service provider (*fournisseur de service*) as registered with FranceConnect. */
export type FranceConnectClient = {
  id: string;
  /** Invented, and worthless outside the sandbox: it may stand in the open. */
  secret: string;
  /** What the information page says: "Continuer vers…". */
  name: string;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  /** What it may ask for; anything else is refused. */
  scopes: readonly string[];
};

export const PORTAL_CLIENT = { id: 'portail-bac-a-sable', secret: 'bac-a-sable-fc-portail' } as const;
export const CARSAT_CLIENT = { id: 'carsat-bac-a-sable', secret: 'bac-a-sable-fc-carsat' } as const;

const IDENTITY_SCOPES = Object.keys(SCOPES);

export function portalClient(portalOrigin: string): FranceConnectClient {
  return {
    ...PORTAL_CLIENT,
    name: 'Mes droits sociaux',
    redirectUris: [`${portalOrigin}/callback`],
    postLogoutRedirectUris: [`${portalOrigin}/signed-out`],
    scopes: [...IDENTITY_SCOPES, ...ALL_DATA_SCOPES],
  };
}

export function carsatClient(carsatOrigin: string): FranceConnectClient {
  return {
    ...CARSAT_CLIENT,
    name: 'Carsat de l’Exemple',
    redirectUris: [`${carsatOrigin}/callback`],
    postLogoutRedirectUris: [`${carsatOrigin}/deconnexion/fin`],
    scopes: IDENTITY_SCOPES,
  };
}
