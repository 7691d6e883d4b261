import * as z from 'zod/mini';
import { Id, IsoDate } from './formats.ts';
import { Link } from './organisations.ts';

/** Key procedures (*démarches*); their words are in the kit's locales. */
export const PROCEDURES = [
  'declare-resources-quarterly',
  'report-change',
  'get-payment-certificate',
  'get-health-certificate',
  'order-health-card',
  'renew-c2s',
  'declare-birth',
  'declare-childcare',
  'declare-housing-change',
  'renew-social-housing',
  'apply-housing-aid',
  'apply-rsa',
  'apply-aah',
  'apply-aspa',
  'request-career-statement',
  'apply-pension',
  'get-pension-certificate',
  'update-jobseeker-status',
  'get-unemployment-certificate',
  'use-training-account',
  'declare-self-employed-income',
] as const;
export type ProcedureId = (typeof PROCEDURES)[number];

export const Procedure = z.object({
  /** One of {@link PROCEDURES}; a newer portal may know more than this kit, which then shows the organisation's name. */
  id: Id,
  organisation: Id,
  link: Link,
  /** "À faire avant le…": null where nothing presses. */
  dueBy: z.nullable(IsoDate),
});
export type Procedure = z.infer<typeof Procedure>;
