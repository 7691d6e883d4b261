import { isBenefitId, type BenefitId } from '@mds-kit/contract/benefits';
import { IsoDate } from '@mds-kit/contract/formats';
import * as z from 'zod/mini';
import type { BenefitResult } from '../result.ts';
import national from './national.json' with { type: 'json' };

/**
 * The scheme one belongs to (*régime*): it decides whom to ask. `without-pension` and `mayotte` are ways of their own
 * that a few benefits have.
 */
const Scheme = z.enum(['general', 'agricultural', 'any', 'without-pension', 'mayotte']);
export type Scheme = z.infer<typeof Scheme>;

const Application = z.object({
  scheme: Scheme,
  body: z.string(),
  channel: z.enum(['online', 'paper', 'counter', 'phone']),
  url: z.nullable(z.url({ protocol: /^https?$/ })),
  /** Number of the official form (*cerfa*). */
  cerfa: z.nullable(z.string()),
  /** Read in an official source; false is shown as "à confirmer". */
  confirmed: z.boolean(),
  note: z.optional(z.string()),
});
export type Application = z.infer<typeof Application>;

const RequiredDocument = z.object({
  code: z.string(),
  label: z.string(),
  /** Who has to bring it ("toujours", "locataire"). */
  when: z.string(),
  confirmed: z.boolean(),
});
export type RequiredDocument = z.infer<typeof RequiredDocument>;

const Row = z.object({
  id: z.string().check(z.refine(isBenefitId)),
  name: z.string(),
  decidedBy: z.partialRecord(Scheme, z.string()),
  infoUrl: z.url({ protocol: /^https$/ }),
  /** How it is paid without being asked for, where it is. */
  automatic: z.nullable(z.string()),
  applications: z.array(Application).check(z.minLength(1)),
  documents: z.array(RequiredDocument),
  notes: z.array(z.string()),
});

/** How a benefit is asked for: who decides, where to apply, what to bring. Words are French (`lang`), from official pages. */
export type Applying = z.infer<typeof Row>;

const table = z.object({ lang: z.literal('fr'), checkedOn: IsoDate, benefits: z.array(Row) }).parse(national);
const byBenefit = new Map<string, Applying>(table.benefits.map((row) => [row.id, row]));

/** The day on which the sources were last read. */
export const { checkedOn } = table;

/** How to ask for a benefit, with the ways that someone of this scheme has; undefined for one that is not simulated. */
export function howToApply(benefit: BenefitId, scheme: 'general' | 'agricultural'): Applying | undefined {
  const row = byBenefit.get(benefit);
  if (!row) return undefined;
  const other = scheme === 'general' ? 'agricultural' : 'general';
  return { ...row, applications: row.applications.filter((one) => one.scheme !== other) };
}

/** A document that several applications ask for, and which. */
export interface DocumentToGather extends RequiredDocument {
  readonly benefits: readonly BenefitId[];
}

/** Everything to gather before asking for these benefits, each document once: those that most of them ask for first. */
export function documentsFor(results: readonly Pick<BenefitResult, 'id' | 'status'>[]): DocumentToGather[] {
  const gathered = new Map<string, DocumentToGather>();
  for (const { id, status } of results) {
    if (status === 'not-eligible') continue;
    for (const document of byBenefit.get(id)?.documents ?? []) {
      const before = gathered.get(document.code);
      gathered.set(document.code, {
        ...document,
        when: before && before.when !== document.when ? BY_BENEFIT : document.when,
        confirmed: document.confirmed || (before?.confirmed ?? false),
        benefits: [...(before?.benefits ?? []), id],
      });
    }
  }
  return [...gathered.values()].sort((a, b) => b.benefits.length - a.benefits.length);
}

/** Said of a document that two benefits do not ask of the same people. */
const BY_BENEFIT = 'selon la prestation';
