import type { Rule } from './rule.ts';
import { af } from './national/af.ts';
import { asf } from './national/asf.ts';
import { cf } from './national/cf.ts';
import { pajeBase } from './national/paje-base.ts';

/** The national benefits: one line each. The order is that in which results are listed, not that of computation. */
export const NATIONAL: readonly Rule[] = [af, cf, asf, pajeBase];
