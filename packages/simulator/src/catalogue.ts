import type { Rule } from './rule.ts';
import { aah } from './national/aah.ts';
import { aeeh } from './national/aeeh.ts';
import { af } from './national/af.ts';
import { ars } from './national/ars.ts';
import { asf } from './national/asf.ts';
import { asi } from './national/asi.ts';
import { aspa } from './national/aspa.ts';
import { ass } from './national/ass.ts';
import { cf } from './national/cf.ts';
import { energyCheque } from './national/energy-cheque.ts';
import { complementaryHealth } from './national/css.ts';
import { housingAid } from './national/housing-aid.ts';
import { pajeBase } from './national/paje-base.ts';
import { pajeBirth } from './national/paje-birth.ts';
import { primeActivite } from './national/ppa.ts';
import { rsa } from './national/rsa.ts';

/** The national benefits: one line each. The order is that in which results are listed, not that of computation. */
export const NATIONAL: readonly Rule[] = [
  af,
  cf,
  asf,
  ars,
  pajeBase,
  pajeBirth,
  aeeh,
  housingAid,
  energyCheque,
  rsa,
  primeActivite,
  aah,
  aspa,
  asi,
  ass,
  complementaryHealth,
];
