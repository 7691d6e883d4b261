import type { Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import { simulate } from './simulate.ts';
import { arbitraryCase } from './testing/arbitrary-household.ts';
import { arbitraryForgetting, withUnknown } from './testing/forgetting.ts';
import { home } from './testing/home.ts';

const month = '2026-06';
const rented: NonNullable<Household['housing']> = {
  ...{ occupancy: 'tenant-unfurnished', zone: 2, commune: '31555', rent: 600_00 },
  ...{ flatShare: false, singleRoom: false },
};
const children = ['2015-03-10', '2018-04-10'];
const couple = home({ salary: 1500, partner: 0, children, household: { housing: rented } });
const alone = home({
  ...{ salary: 1500, children },
  household: { housing: rented, separatedWithin18Months: true },
});

describe('compare', () => {
  it('shows what a separation opens, what it closes and what it changes', () => {
    const { changes } = compare(couple, alone, { month });
    const asf = changes.find(({ id }) => id === 'allocation_soutien_familial');
    expect(asf).toMatchObject({ before: 'not-eligible', after: 'eligible', period: 'month' });
    // 42.2 % of 478.16 € for each child, less the CRDS.
    expect(asf?.cents).toEqual({ least: 401_55, most: 401_55 });
    expect(changes.map(({ id }) => id)).not.toContain('allocations_familiales');
  });

  it('turns round when the change is undone', () => {
    const there = compare(couple, alone, { month });
    const back = compare(alone, couple, { month });
    expect(back.perMonth?.least).toBe(-(there.perMonth?.most ?? Number.NaN));
    expect(back.changes.map(({ id }) => id)).toEqual(there.changes.map(({ id }) => id));
  });

  it('keeps what comes once and once a year out of the sum of a month', () => {
    const expecting = {
      ...couple,
      expectedBirth: { month: '2026-08', count: 1, parent: 'p1' },
    } as const satisfies Household;
    const { changes, perMonth } = compare(couple, expecting, { month });
    const birth = changes.find(({ id }) => id === 'paje_naissance');
    expect(birth).toMatchObject({ period: 'once', after: 'eligible' });
    const monthly = changes.filter(({ period }) => period === 'month');
    const sum = monthly.reduce((cents, change) => cents + (change.cents?.least ?? Number.NaN), 0);
    expect(perMonth).toEqual({ least: sum, most: sum });
  });

  it('shows the CSS by what becomes of the right, and adds its price to nothing', () => {
    const poor = home({ household: { housing: rented } });
    const rich = home({ salary: 3000, household: { housing: rented } });
    const css = compare(poor, rich, { month }).changes.find(
      ({ id }) => id === 'complementaire_sante_solidaire',
    );
    expect(css).toMatchObject({ before: 'eligible', after: 'not-eligible', cents: { least: 0, most: 0 } });
    expect(css?.price).toBeNull();
  });

  it('shows what the CSS costs where it is no longer free', () => {
    const poor = home({ household: { housing: rented } });
    const worker = home({ salary: 900, household: { housing: rented } });
    const { changes } = compare(poor, worker, { month });
    expect(changes.find(({ id }) => id === 'complementaire_sante_solidaire')).toMatchObject({
      ...{ before: 'eligible', after: 'eligible', cents: { least: 0, most: 0 } },
      price: { least: 14_00, most: 14_00 },
    });
  });

  it('says of an amount that nothing bounds yet that it cannot tell, and so of the sum', () => {
    const { changes, perMonth } = compare(couple, { adults: [{ id: 'p1' }] }, { month });
    expect(changes.find(({ id }) => id === 'rsa')?.cents).toBeNull();
    expect(perMonth).toBeNull();
  });

  it('finds no change where nothing changed', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ month: about, household }) => {
        const { changes, perMonth } = compare(household, household, { month: about });
        expect(changes).toEqual([]);
        expect(perMonth).toEqual({ least: 0, most: 0 });
      }),
      { numRuns: 50 },
    );
  });

  it('gives bounds in which the change lies once all is known', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryForgetting, ({ month: about, household }, forgotten) => {
        const unsure = withUnknown(household, forgotten);
        const change = compare(household, unsure, { month: about }).perMonth;
        // Nothing in truth: the same household, of which less is known.
        expect((change?.least ?? 0) <= 0 && (change?.most ?? 0) >= 0).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('hands over both simulations as they are', () => {
    const { before, after } = compare(couple, alone, { month });
    expect(before).toEqual(simulate(couple, { month }));
    expect(after).toEqual(simulate(alone, { month }));
  });
});
