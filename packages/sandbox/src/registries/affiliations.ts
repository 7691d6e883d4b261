import { citizenByNir } from '../citizens.ts';
import type { Registry } from './registry.ts';

/** A stand-in for the registry of who manages whom (RNCPS, CSS L114-12-1). Nobody known: an empty list. */
export const affiliations: Registry = {
  id: 'affiliations',
  provider: 'RNCPS',
  path: '/v1/affiliations',
  answer: ({ nir }) => ({ affiliations: citizenByNir(nir)?.affiliations ?? [] }),
};
