import { caf } from './caf.ts';
import { carsat } from './carsat.ts';
import { cnam } from './cnam.ts';
import { compteFormation } from './compte-formation.ts';
import type { Connector } from './connector.ts';
import { departement } from './departement.ts';
import { franceTravail } from './france-travail.ts';
import { infoRetraite } from './info-retraite.ts';
import { logement } from './logement.ts';
import { mgen } from './mgen.ts';
import { msa } from './msa.ts';

/** A new fund is its file and one line here. */
export const connectors: readonly Connector[] = [
  caf,
  carsat,
  cnam,
  compteFormation,
  departement,
  franceTravail,
  infoRetraite,
  logement,
  mgen,
  msa,
];
