import type { BenefitId } from '@mds-kit/contract/benefits';
import type { Domain } from '@mds-kit/contract/domains';
import type { Adult, Household, ReceivedSpell } from '@mds-kit/contract/household';
import type { Beneficiary, DomainRights, Right } from '@mds-kit/contract/rights';

/** Whose rights a household takes: ASS alone belongs elsewhere, and nobody tells it apart from unemployment benefit. */
export const PAYING_DOMAINS = ['family', 'housing', 'solidarity'] as const satisfies readonly Domain[];

type OfHousehold = keyof NonNullable<Household['received']>;
type OfAdult = keyof NonNullable<Adult['received']>;

const OF_HOUSEHOLD = {
  rsa: 'rsa',
  aspa: 'aspa',
  allocations_familiales: 'af',
  complement_familial: 'cf',
  allocation_soutien_familial: 'asf',
  paje_base: 'pajeBase',
  aeeh: 'aeeh',
  aides_logement: 'housingAid',
} as const satisfies Partial<Record<BenefitId, OfHousehold>>;

const OF_ADULT = { aah: 'aah', asi: 'asi' } as const satisfies Partial<Record<BenefitId, OfAdult>>;

/** A benefit in payment; `to` tells whose it is where each adult has their own. */
export type KnownPayment = { spell: ReceivedSpell; organisation: string; asOf: string } & (
  { benefit: OfHousehold; to: 'household' } | { benefit: OfAdult; to: Exclude<Beneficiary['kind'], 'child'> }
);

/**
 * The benefits that are being paid, month after month, since a day that is known. One that no answer names may still be
 * received (by the partner, or until last month): it stays unknown, never "none".
 */
export function paymentsOf(answers: readonly DomainRights[], today: string): KnownPayment[] {
  const paid = answers.flatMap(({ rights }) => rights.filter(({ status }) => status === 'open'));
  return paid.flatMap((right) => {
    // Two who say that they pay the same: a file has moved, and nobody can tell which one is right.
    const alone = paid.filter((other) => samePayment(right, other)).length === 1;
    const spell = alone ? spellOf(right, today) : undefined;
    return spell ? paymentOf(right, spell) : [];
  });
}

const samePayment = (one: Right, other: Right): boolean =>
  one.benefit === other.benefit && (!isOf(OF_ADULT, one.benefit) || adultOf(one) === adultOf(other));

function spellOf({ amount, since, until }: Right, today: string): ReceivedSpell | undefined {
  if (amount?.period !== 'month' || since === null || since > today) return undefined;
  if (until !== null && until < today) return undefined;
  const [from, last] = [since.slice(0, 7), until?.slice(0, 7)];
  return { from, ...(last !== undefined && { until: last }), cents: amount.cents };
}

function paymentOf(right: Right, spell: ReceivedSpell): KnownPayment[] {
  const { benefit, organisation, asOf } = right;
  const common = { spell, organisation, asOf };
  if (isOf(OF_HOUSEHOLD, benefit)) return [{ ...common, benefit: OF_HOUSEHOLD[benefit], to: 'household' }];
  const to = adultOf(right);
  return isOf(OF_ADULT, benefit) && to ? [{ ...common, benefit: OF_ADULT[benefit], to }] : [];
}

/** The one adult that it is paid to; undefined when that is nobody, or both. */
function adultOf({ beneficiaries }: Right): 'self' | 'partner' | undefined {
  const kinds = new Set(beneficiaries.map(({ kind }) => kind).filter((kind) => kind !== 'child'));
  const [only] = kinds;
  return kinds.size === 1 ? only : undefined;
}

const isOf = <Of extends object>(benefits: Of, benefit: string): benefit is keyof Of & string =>
  Object.hasOwn(benefits, benefit);
