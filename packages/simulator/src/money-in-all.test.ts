import type { Adult, Household } from '@mds-kit/contract/household';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';
import { arbitraryCase } from './testing/arbitrary-household.ts';
import { arbitraryForgetting, withUnknown } from './testing/forgetting.ts';
import { always, home } from './testing/home.ts';

const month = '2026-06';
const rented: NonNullable<Household['housing']> = {
  ...{ occupancy: 'tenant-unfurnished', zone: 2, commune: '31555', rent: 400_00 },
  ...{ flatShare: false, singleRoom: false },
};
const disabled: Partial<Adult> = {
  disability: {
    ...{ recognised: true, incapacityRate: 80 },
    ...{ substantialEmploymentRestriction: false, unfitForWork: false },
  },
};
const received = (more: Household['received']): Partial<Household> => ({
  housing: rented,
  received: { ...home().received, ...more },
});
const worth = (household: Household, id: string) => {
  const benefit = simulate(household, { month }).benefits.find((one) => one.id === id);
  return (benefit?.paid?.least ?? 0) + (benefit?.supplement?.least ?? 0);
};

describe('new money per month', () => {
  const claimant = home({ adult: disabled, household: received({}) });

  it('is at least what stays once RSA has counted the AAH that is claimed with it', () => {
    const { newPerMonth } = simulate(claimant, { month });
    const [aah, rsa, housingAid] = ['aah', 'rsa', 'aides_logement'].map((id) => worth(claimant, id));
    // 1,041.59 € of AAH and 104.77 € for a life of one's own: more than the RSA of 573.49 €, which ends.
    expect([aah, rsa]).toEqual([1_146_36, 573_49]);
    expect(newPerMonth.least).toBe((aah ?? 0) + (housingAid ?? 0));
    expect(newPerMonth.most).toBe((aah ?? 0) + (rsa ?? 0) + (housingAid ?? 0));
  });

  it('is less what it takes from a benefit that is received already', () => {
    const inPayment = home({
      adult: disabled,
      household: received({ rsa: always(573.49), housingAid: always(304.84) }),
    });
    const { newPerMonth, alreadyPerMonth } = simulate(inPayment, { month });
    expect(alreadyPerMonth).toBe(878_33);
    expect(newPerMonth).toEqual({ least: 1_146_36 - 573_49, most: 1_146_36 });
  });

  it('is one figure where all that is due was received, or nothing of it counts elsewhere', () => {
    const settled = home({
      ...{ salary: 900, children: ['2015-03-10', '2018-04-10'] },
      household: received({}),
    });
    const [af, asf, housingAid] = [
      'allocations_familiales',
      'allocation_soutien_familial',
      'aides_logement',
    ].map((id) => always(worth(settled, id) / 100));
    const inPayment: Household = { ...settled, ...received({ af, asf, housingAid }) };
    const { newPerMonth } = simulate(inPayment, { month });
    expect(newPerMonth).toEqual({
      least: worth(inPayment, 'prime_activite'),
      most: worth(inPayment, 'prime_activite'),
    });
    expect(newPerMonth.least).toBeGreaterThan(0);
  });

  it('leaves out a prime d’activité that is received, and asks whether it is where nobody said', () => {
    const worker = (ppa: Household['received']) => home({ salary: 1_300, household: received({ ...ppa }) });
    const due = worth(worker({}), 'prime_activite');
    expect(simulate(worker({}), { month }).newPerMonth.most).toBe(due + worth(worker({}), 'aides_logement'));
    const has = simulate(worker({ ppa: always(due / 100) }), { month });
    expect(has.newPerMonth.most).toBe(worth(worker({}), 'aides_logement'));
    expect(has.alreadyPerMonth).toBe(due);
    const { ppa: _unsaid, ...others } = home().received ?? {};
    const unsaid = simulate({ ...worker({}), received: others }, { month });
    expect(unsaid.benefits.find(({ id }) => id === 'prime_activite')).toMatchObject({
      ...{ status: 'eligible', received: null, missing: ['received.ppa'] },
    });
    expect(unsaid.newPerMonth.most).toBe(due + worth(worker({}), 'aides_logement'));
    expect(unsaid.newPerMonth.least).toBeLessThanOrEqual(worth(worker({}), 'aides_logement'));
  });

  it('never begins above its end, whatever is unknown', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryForgetting, ({ month: about, household }, forgotten) => {
        const { least, most } = simulate(withUnknown(household, forgotten), { month: about }).newPerMonth;
        expect(least).toBeGreaterThanOrEqual(0);
        expect(most === null || least <= most).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out what comes once or once a year, which is told apart', () => {
    const family = home({
      ...{ salary: 900, children: ['2015-03-10'] },
      household: { expectedBirth: { month: '2026-08', count: 1, parent: 'p1' } },
    });
    const { newPerMonth, perYear, once, benefits } = simulate(family, { month });
    const monthly = benefits.filter(({ period }) => period === 'month').map(({ id }) => worth(family, id));
    expect(perYear.least).toBe(
      worth(family, 'allocation_rentree_scolaire') + worth(family, 'cheque_energie'),
    );
    expect(once.least).toBe(worth(family, 'paje_naissance'));
    expect(Math.min(perYear.least, once.least)).toBeGreaterThan(0);
    expect(newPerMonth.most).toBe(monthly.reduce((cents, one) => cents + one, 0));
  });

  it('says in which other benefits one will be counted, before it is received', () => {
    const counted = (household: Household) =>
      simulate(household, { month }).benefits.find(({ id }) => id === 'aah')?.countedIn;
    expect(counted(claimant)).toEqual(['rsa', 'complementaire_sante_solidaire']);
  });
});
