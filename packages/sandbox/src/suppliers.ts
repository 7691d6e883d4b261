import { franceTravail, cpf } from './suppliers/employment.ts';
import { cnaf } from './suppliers/cnaf.ts';
import { cnam, mgen } from './suppliers/health.ts';
import { departement, logement } from './suppliers/local.ts';
import { msa } from './suppliers/msa.ts';
import { carsat, infoRetraite } from './suppliers/retirement.ts';
import type { Supplier } from './suppliers/supplier.ts';

/** Everyone who supplies rights in the sandbox. */
export const SUPPLIERS: readonly Supplier[] = [
  cnaf,
  msa,
  cnam,
  mgen,
  carsat,
  infoRetraite,
  franceTravail,
  cpf,
  logement,
  departement,
];
