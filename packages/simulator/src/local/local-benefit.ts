import * as z from 'zod/mini';

/** What a local body calls its territory. Codes repeat across levels (région 44, département 44): always both. */
const Territory = z.object({ level: z.enum(['region', 'departement', 'epci', 'commune']), code: z.string() });
export type Territory = z.infer<typeof Territory>;

const Value = z.union([z.string(), z.number(), z.boolean()]);
/** A figure that a national benefit sets: the condition moves with it. */
const Parameter = z.object({ param: z.enum(['rsa.base_amount', 'aspa.amount']) });

/** A condition on one fact (see facts.ts). Money is in cents. */
const Condition = z.object({
  fact: z.string().check(z.regex(/^[a-z]\w*$/)),
  op: z.enum(['>=', '<=', '>', '<', '==', 'in', 'contains', 'intersects']),
  value: z.union([Value, z.array(Value), Parameter]),
});
export type Condition = z.infer<typeof Condition>;

/** Conditions put together; an empty `all` is open to everyone who lives there. */
export type Predicate =
  | Condition
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate };
const Predicate: z.ZodMiniType<Predicate> = z.union([
  Condition,
  z.object({ all: z.readonly(z.array(z.lazy(() => Predicate))) }),
  z.object({ any: z.readonly(z.array(z.lazy(() => Predicate))) }),
  z.object({ not: z.lazy(() => Predicate) }),
]);

const Cents = z.int().check(z.minimum(0));
const period = z.enum(['once', 'month', 'year', 'ride', 'internship', 'other']);
const inCents = { unit: z.literal('cents'), period };
const Step = z.object({ from: z.optional(z.number()), to: z.optional(z.number()), value: z.number() });

/**
 * What a local benefit is worth. Some are no money received, and are never added to any: a reduced tariff, a discount, a
 * loan, a share of a bill.
 */
export const LocalAmount = z.discriminatedUnion('kind', [
  /** Exactly so much; `parts` say for what. */
  z.object({
    kind: z.literal('fixed'),
    value: Cents,
    ...inCents,
    parts: z.optional(z.array(z.object({ what: z.string(), value: Cents }))),
    installments: z.optional(z.int()),
    /** For some, a share of the cost instead. */
    variants: z.optional(
      z.array(z.object({ when: Predicate, value: z.number(), unit: z.literal('percent') })),
    ),
  }),
  /** Up to so much. */
  z.object({
    kind: z.literal('max'),
    value: Cents,
    ...inCents,
    min: z.optional(Cents),
    /** Percent of the cost: so much of it, or between two shares. */
    shareOfCost: z.optional(z.union([z.number(), z.array(z.number())])),
  }),
  /** For each of the children that the fact `children` counts. */
  z.object({
    kind: z.literal('per-child'),
    ...inCents,
    children: z.string(),
    value: z.optional(Cents),
    variants: z.optional(z.array(z.object({ when: Predicate, value: Cents }))),
  }),
  /** The step that a fact has reached: the last `from` that is not above it. */
  z.object({ kind: z.literal('scale'), by: z.string(), steps: z.array(Step), ...inCents }),
  z.object({
    kind: z.literal('by-option'),
    ...inCents,
    options: z.array(
      z.object({
        option: z.string(),
        value: z.optional(Cents),
        max: z.optional(Cents),
        when: z.optional(Predicate),
      }),
    ),
  }),
  z.object({ kind: z.literal('voucher'), value: Cents, ...inCents }),
  z.object({
    kind: z.literal('loan'),
    value: Cents,
    ...inCents,
    upTo: z.optional(z.boolean()),
    repayment: z.optional(z.object({ amount: Cents, per: z.string(), months: z.optional(z.int()) })),
  }),
  z.object({
    kind: z.literal('reduced-tariff'),
    ...inCents,
    value: z.optional(Cents),
    range: z.optional(z.array(Cents)),
    normal: z.optional(Cents),
    limit: z.optional(z.object({ rides: z.int(), per: z.string() })),
  }),
  z.object({ kind: z.literal('discount'), value: z.number(), unit: z.literal('percent'), period }),
  z.object({
    kind: z.literal('discount-scale'),
    unit: z.literal('percent'),
    period,
    value: z.optional(z.number()),
    by: z.optional(z.string()),
    steps: z.optional(z.array(Step)),
    variants: z.optional(
      z.array(
        z.object({
          when: z.optional(Predicate),
          by: z.optional(z.string()),
          steps: z.optional(z.array(Step)),
          value: z.optional(z.number()),
        }),
      ),
    ),
  }),
  z.object({
    kind: z.literal('percent-of-cost'),
    value: z.number(),
    unit: z.literal('percent'),
    period,
    max: z.optional(Cents),
    upTo: z.optional(z.boolean()),
  }),
  z.object({ kind: z.literal('in-kind'), what: z.string(), unit: z.optional(z.string()), period }),
  z.object({ kind: z.literal('variable'), what: z.string(), unit: z.optional(z.string()), period }),
]);
export type LocalAmount = z.infer<typeof LocalAmount>;

/** A benefit of a région, département, intercommunalité, commune or local fund. Titles and checks are French. */
export const LocalBenefit = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  title: z.string(),
  topic: z.string(),
  body: z.object({
    kind: z.enum(['region', 'departement', 'epci', 'commune', 'ccas', 'caf', 'msa']),
    name: z.string(),
  }),
  territory: z.object({
    include: z.array(Territory).check(z.minLength(1)),
    exclude: z.optional(z.array(Territory)),
  }),
  conditions: Predicate,
  /** What no form can decide: shown as "à vérifier". */
  manualChecks: z.array(z.string()),
  amount: LocalAmount,
  /** The body's own page; where to apply. */
  links: z.object({
    info: z.url({ protocol: /^https?$/ }),
    apply: z.optional(z.url({ protocol: /^https?$/ })),
    form: z.optional(z.url({ protocol: /^https?$/ })),
  }),
  /** One of those that are to be kept up first. */
  core: z.boolean(),
  notes: z.optional(z.string()),
});
export type LocalBenefit = z.infer<typeof LocalBenefit>;
