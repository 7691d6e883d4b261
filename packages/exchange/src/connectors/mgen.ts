import type { Connector } from './connector.ts';
import { healthCover } from './health-cover.ts';

/** The teachers' mutual (*MGEN*), which manages compulsory health insurance for its members. */
export const mgen: Connector = { supplier: 'mgen', resources: [healthCover] };
