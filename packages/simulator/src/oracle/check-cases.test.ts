import { describe, expect, it } from 'vitest';
import { readCases } from '../../scripts/read-cases.ts';
import { amountsOf } from './amounts.ts';
import type { OracleCase } from './case-format.ts';
import { checkCases } from './check-cases.ts';

const retired: OracleCase = {
  id: 'x-1',
  month: '2025-06',
  household: {
    coupleStatus: 'single',
    adults: [{ id: 'p1', birthDate: '1956-04-20', activity: [{ status: 'retired', from: null }] }],
    housing: { occupancy: 'tenant-social', zone: 1, rent: 367 },
  },
};

const [applicant] = retired.household.adults;
if (!applicant) throw new Error('a case has an adult');

type Change = Omit<Partial<OracleCase['household']>, 'adults'> & { adults?: unknown };
const withHousehold = (change: Change) => ({ ...retired, household: { ...retired.household, ...change } });
const withAdult = (change: object) => withHousehold({ adults: [{ ...applicant, ...change }] });

describe('a file of cases', () => {
  it('lets every kept case through', () => {
    const cases = readCases();
    expect(checkCases(cases)).toEqual({ cases });
  });

  it.each<[path: string, expected: string, input: unknown]>([
    ['', 'array', { cases: [] }],
    ['0.id', 'string', [{ ...retired, id: 7 }]],
    ['0.month', 'text such as 2026-03', [{ ...retired, month: '2025-13' }]],
    ['0.month', 'a month from 2025-06 on', [{ ...retired, month: '2025-05' }]],
    ['0.household.adults', 'at least 1', [withHousehold({ adults: [] })]],
    ['0.household.adults', 'at most 2', [withHousehold({ adults: [applicant, applicant, applicant] })]],
    [
      '0.household.adults.1',
      'one adult where couple is "single"',
      [withHousehold({ adults: [applicant, { ...applicant, id: 'p2' }] })],
    ],
    [
      '0.household.adults.0.birthDate',
      'a day of the calendar, YYYY-MM-DD',
      [withAdult({ birthDate: '1956-02-30' })],
    ],
    ['0.household.adults.0.birthDate', 'text such as 2026-03-31', [withAdult({ birthDate: '20/04/1956' })]],
    [
      '0.household.adults.0.income.start',
      'text such as 2026-03',
      [withAdult({ income: { start: 'January' } })],
    ],
    [
      '0.household.adults.0.disability.incapacityRate',
      'at most 1',
      [withAdult({ disability: { incapacityRate: 80 } })],
    ],
    [
      '0.household.housing.rent',
      'at least 0',
      [withHousehold({ housing: { ...retired.household.housing, rent: -5 } })],
    ],
    [
      '1.household.adults.0.activity',
      'each from a later month than the one before',
      [
        retired,
        withAdult({
          activity: [
            { status: 'employed', from: '2025-03' },
            { status: 'retired', from: '2025-01' },
          ],
        }),
      ],
    ],
  ])('says that %s should be %s', (path, expected, input) => {
    expect(checkCases(input).problems).toEqual([{ path, expected }]);
  });

  it('never repeats what stands in the file', () => {
    const { problems } = checkCases([
      withAdult({ birthDate: 'Camille', livretA: 'Camille', nationality: 'Camille' }),
    ]);
    expect(problems).toHaveLength(3);
    expect(JSON.stringify(problems)).not.toContain('Camille');
  });

  it('takes an activity that nobody told for none, and no commune for one of the zone', () => {
    const amounts = amountsOf(retired);
    const { activity: _told, ...silent } = applicant;
    for (const adult of [silent, { ...silent, activity: [] }]) {
      const { cases: [one] = [] } = checkCases([withHousehold({ adults: [adult] })]);
      expect(one && Object.values(amountsOf(one)).filter((cents) => cents === null)).toHaveLength(2);
    }
    expect(
      Object.entries(amounts)
        .filter(([, cents]) => cents === null)
        .map(([key]) => key),
    ).toEqual(['bourse_college', 'bourse_lycee']);
  });

  it('derives a measure of a pay that is left out from those that are there', () => {
    const months = (euros: number) => Array.from({ length: 18 }, () => euros);
    const pay = (income: object) => {
      const { cases: [one] = [] } = checkCases([
        withAdult({ birthDate: '1990-04-20', income: { start: '2024-01', ...income } }),
      ]);
      return one && amountsOf(one);
    };
    const whole = pay({ salaryNet: months(780), salaryTaxable: months(809), salaryGross: months(1000) });
    expect(pay({ salaryNet: months(780) })).toEqual(whole);
    expect(pay({ salaryTaxable: months(809), salaryGross: months(1000) })).toEqual(whole);
    expect(whole?.ppa).toBeGreaterThan(0);
    expect(pay({})?.ppa).toBe(0);
  });

  it('knows of the December before the last, which housing aids of a January look at', () => {
    const { cases: [one] = [] } = checkCases([
      {
        ...withAdult({
          incomeYearMinus2: { pensionTaxable: 24_000 },
          income: { start: '2025-01', pensionNet: Array.from({ length: 13 }, () => 600) },
        }),
        month: '2026-01',
      },
    ]);
    // 2,000 € of December 2024 and eleven months of 618 €, less a tenth: resources of 8,000 €.
    expect(one && amountsOf(one).apl).toBe(219.72);
  });
});
