/** What later deposits change in what was declared first, and what a citizen then reads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bonus,
  contract,
  contractChange,
  declaration,
  euros,
  gross,
  individual,
  netSocial,
  newNir,
  newSiret,
  pay,
  payment,
} from '../testing/deposits.ts';
import { monthOf, Scheme } from '../testing/scheme.ts';

let scheme: Scheme;
beforeAll(async () => {
  scheme = await Scheme.open();
});
afterAll(() => scheme[Symbol.asyncDispose]());

const paid = (nir: string, month: string, amount = euros(2000), change: Parameters<typeof pay>[2] = {}) =>
  individual(nir, { payments: [pay(month, amount, change)] });

describe('corrections', () => {
  it('shows a bonus in the month that it was paid in, with what it was earned in', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const late = bonus({ type: '027', from: '2026-01-01', until: '2026-06-30', amount: euros(800) });
    await scheme.take(
      declaration(siret, '2026-06', [paid(nir, '2026-06')]),
      declaration(siret, '2026-07', [paid(nir, '2026-07', euros(2800), { bonuses: [late] })]),
    );
    expect((await scheme.month(nir, '2026-07')).bonuses).toEqual([
      { type: '027', cents: 80_000, from: '2026-01-01', until: '2026-06-30' },
    ]);
    expect((await scheme.month(nir, '2026-06')).state).toBe('declared');
  });

  it('takes a negative correction back from the month that it is about, and says when it was declared', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const july = pay('2026-07', euros(2000));
    const forApril = gross(euros(-120), { month: '2026-04' });
    await scheme.take(
      declaration(siret, '2026-04', [paid(nir, '2026-04')]),
      declaration(siret, '2026-07', [
        individual(nir, {
          payments: [
            {
              ...july,
              nets: [...july.nets, netSocial(euros(-95), '2026-04')],
              remunerations: [...july.remunerations, ...forApril.remunerations],
              bases: [...july.bases, ...forApril.bases],
            },
          ],
        }),
      ]),
    );
    const told = await scheme.contract(nir);
    expect(monthOf(told, '2026-07')).toMatchObject({
      state: 'declared',
      measures: { gross: 200_000, netSocial: 158_000 },
      workedFrom: '2026-07-01',
    });
    const later = { declaredFor: '2026-07', declaredOn: '2026-08-05', how: 'regularised' };
    const april = monthOf(told, '2026-04');
    expect(april).toMatchObject({
      state: 'corrected',
      measures: { gross: 188_000, netSocial: 148_500, netPaid: 156_000 },
      paidOn: ['2026-04-28'],
    });
    expect(april.corrections).toHaveLength(2);
    expect(april.corrections).toEqual(
      expect.arrayContaining([
        { measure: 'gross', was: 200_000, now: 188_000, ...later },
        { measure: 'netSocial', was: 158_000, now: 148_500, ...later },
      ]),
    );
  });

  it('puts a net social that was forgotten into the month that it is of, and never one that is paid late', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const [march, april] = [netSocial(euros(900), '2026-03'), netSocial(euros(1580), '2026-04')];
    const july = netSocial(euros(1580), '2026-07');
    await scheme.take(
      declaration(siret, '2026-04', [paid(nir, '2026-04', euros(2000), { nets: [] })]),
      // Of March nobody declared any pay: what is of it was paid in July.
      declaration(siret, '2026-07', [paid(nir, '2026-07', euros(2000), { nets: [july, march, april] })]),
    );
    const told = await scheme.contract(nir);
    const later = { declaredFor: '2026-07', declaredOn: '2026-08-05', how: 'regularised' };
    expect(monthOf(told, '2026-04')).toMatchObject({
      state: 'corrected',
      measures: { gross: 200_000, netSocial: 158_000 },
      corrections: [{ measure: 'netSocial', was: null, now: 158_000, ...later }],
    });
    expect(monthOf(told, '2026-07')).toMatchObject({
      state: 'declared',
      measures: { netSocial: 248_000, netPaid: 156_000 },
    });
  });

  it('takes for no forgotten one a net social that an employer always tells of the month before', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const of = (month: string, before: string) =>
      declaration(siret, month, [paid(nir, month, euros(2000), { nets: [netSocial(euros(1580), before)] })]);
    await scheme.take(of('2026-06', '2026-05'), of('2026-07', '2026-06'));
    const told = await scheme.contract(nir);
    expect(monthOf(told, '2026-06').measures.netSocial).toBe(158_000);
    expect(monthOf(told, '2026-07').measures.netSocial).toBe(158_000);
  });

  it('corrects a month under the number that the contract had then, and leaves the payment with the contract', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const of = (month: string, number: string, formerNumber?: string) =>
      individual(nir, {
        contracts: [contract({ number, changes: formerNumber ? [contractChange({ formerNumber })] : [] })],
        payments: [pay(month, euros(2000), { contract: number })],
      });
    const july = of('2026-07', 'NEW');
    const [paidInJuly = payment({ paidOn: '2026-07-28' })] = july.payments;
    const forApril = gross(euros(-120), { month: '2026-04', contract: 'OLD' });
    const nets = [...paidInJuly.nets, netSocial(euros(-95), '2026-04')];
    const bases = [...paidInJuly.bases, ...forApril.bases];
    await scheme.take(
      declaration(siret, '2026-04', [of('2026-04', 'OLD')]),
      declaration(siret, '2026-06', [of('2026-06', 'NEW', 'OLD')]),
      declaration(siret, '2026-07', [{ ...july, payments: [{ ...paidInJuly, nets, bases }] }]),
    );
    expect(await scheme.employers(nir)).toMatchObject([{ siret, shared: [] }]);
    const told = await scheme.contract(nir);
    expect(monthOf(told, '2026-04').measures).toMatchObject({ gross: 188_000, netSocial: 148_500 });
    expect(monthOf(told, '2026-07')).toMatchObject({
      state: 'declared',
      measures: { gross: 200_000, netSocial: 158_000, netPaid: 156_000 },
    });
  });

  it('leaves a past period that nobody had declared in the month of its payment', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    // Pay of each month comes with the declaration of the next.
    await scheme.take(
      declaration(siret, '2026-07', [paid(nir, '2026-06', euros(1900), { paidOn: '2026-07-10' })]),
    );
    expect(await scheme.month(nir, '2026-07')).toMatchObject({
      state: 'declared',
      measures: { gross: 190_000 },
      workedFrom: '2026-06-01',
      workedUntil: '2026-06-30',
    });
  });

  it('counts pay in the month in which it was paid, though the work and the declaration are of the one before', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    await scheme.take(
      declaration(siret, '2026-06', [paid(nir, '2026-06', euros(1900), { paidOn: '2026-07-10' })]),
      declaration(siret, '2026-07', [paid(nir, '2026-07', euros(1950), { paidOn: '2026-08-10' })]),
    );
    const told = await scheme.contract(nir);
    expect(monthOf(told, '2026-06')).toMatchObject({ state: 'declared', measures: { gross: null } });
    expect(monthOf(told, '2026-07')).toMatchObject({ state: 'declared', measures: { gross: 190_000 } });
    expect(monthOf(told, '2026-08')).toMatchObject({ state: 'declared', measures: { gross: 195_000 } });
  });

  it('shows what a declaration made twice again said each time', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const version = (order: number, amount: number) =>
      declaration(siret, '2026-08', [paid(nir, '2026-08', euros(amount))], {
        order,
        type: order === 1 ? '01' : '03',
        declaredOn: `2026-09-0${String(order)}`,
      });
    // The second one arrives last, and no longer matters but as what was said in between.
    await scheme.take(version(1, 2000), version(3, 2200), version(2, 2100));
    const { state, measures, corrections } = await scheme.month(nir, '2026-08');
    expect([state, measures.gross]).toEqual(['corrected', 220_000]);
    expect(corrections.filter(({ measure }) => measure === 'gross')).toEqual([
      {
        measure: 'gross',
        was: 200_000,
        now: 210_000,
        declaredFor: '2026-08',
        declaredOn: '2026-09-02',
        how: 'replaced',
      },
      {
        measure: 'gross',
        was: 210_000,
        now: 220_000,
        declaredFor: '2026-08',
        declaredOn: '2026-09-03',
        how: 'replaced',
      },
    ]);
  });

  it('shows a cancelled declaration as taken back, not as zero', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    await scheme.take(
      declaration(siret, '2026-08', [paid(nir, '2026-08')]),
      declaration(siret, '2026-08', [], { order: 2, type: '04', declaredOn: '2026-09-04' }),
    );
    const { state, measures, corrections, paidOn } = await scheme.month(nir, '2026-08');
    expect(state).toBe('corrected');
    expect(measures).toEqual({ netSocial: null, netPaid: null, netTaxable: null, gross: null });
    expect(paidOn).toEqual([]);
    expect(corrections.map(({ how, now }) => [how, now])).toEqual(Array(5).fill(['cancelled', null]));
  });

  it('takes nothing from a cancellation that repeats what it takes back', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    await scheme.take(
      declaration(siret, '2026-08', [paid(nir, '2026-08')]),
      declaration(siret, '2026-09', [paid(nir, '2026-09')]),
      declaration(siret, '2026-09', [paid(nir, '2026-09')], { order: 2, type: '04' }),
    );
    const { state, measures } = await scheme.month(nir, '2026-09');
    expect([state, measures.gross]).toEqual(['corrected', null]);
  });

  it('takes a person out of a month whose declaration was made again without them', async () => {
    const [nir, other, siret] = [newNir(), newNir(), newSiret()];
    await scheme.take(
      declaration(siret, '2026-08', [paid(nir, '2026-08'), paid(other, '2026-08')]),
      declaration(siret, '2026-08', [paid(other, '2026-08')], { order: 2, type: '03' }),
    );
    expect((await scheme.month(nir, '2026-08')).measures.gross).toBeNull();
    expect((await scheme.month(other, '2026-08')).corrections).toEqual([]);
  });

  it('adds up the fractions of a declaration, and replaces one of them alone', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const part = (fraction: string, amount: number, order = 1) =>
      declaration(siret, '2026-08', [paid(nir, '2026-08', euros(amount))], {
        fraction,
        order,
        type: order === 1 ? '01' : '03',
      });
    await scheme.take(part('12', 1500), part('22', 500));
    expect(await scheme.month(nir, '2026-08')).toMatchObject({
      state: 'declared',
      measures: { gross: 200_000 },
      corrections: [],
    });
    await scheme.take(part('22', 600, 2));
    const { measures, corrections } = await scheme.month(nir, '2026-08');
    expect(measures.gross).toBe(210_000);
    expect(corrections.find(({ measure }) => measure === 'gross')).toMatchObject({
      was: 200_000,
      now: 210_000,
    });
  });

  it('shows what Urssaf declared in the employer’s place', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const missing = gross(euros(150), { month: '2026-04' });
    await scheme.take(
      declaration(siret, '2026-04', [paid(nir, '2026-04')]),
      declaration(
        siret,
        '2026-09',
        [
          individual(nir, {
            payments: [payment({ paidOn: '2026-09-30', netPaid: 0, netTaxable: 0, bases: missing.bases })],
          }),
        ],
        { nature: '09', substitution: '02' },
      ),
    );
    const april = await scheme.month(nir, '2026-04');
    expect(april.measures.gross).toBe(215_000);
    expect(april.corrections).toEqual([
      {
        measure: 'gross',
        was: 200_000,
        now: 215_000,
        declaredFor: '2026-09',
        declaredOn: '2026-10-05',
        how: 'substituted',
      },
    ]);
    expect((await scheme.month(nir, '2026-09')).state).toBe('not-declared');
  });

  it('corrects the net taxable of the month that a later declaration says was wrong', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const wrong = (month: string, amount: number) => ({ month, type: '01', netTaxable: euros(amount) });
    const june = pay('2026-06', euros(2000));
    await scheme.take(
      declaration(siret, '2026-04', [paid(nir, '2026-04', euros(2000), { paidOn: '2026-05-04' })]),
      declaration(siret, '2026-06', [
        // Of March nobody declared anything: there is nothing to correct.
        individual(nir, {
          payments: [{ ...june, taxCorrections: [wrong('2026-04', -100), wrong('2026-03', 40)] }],
        }),
      ]),
    );
    const april = await scheme.month(nir, '2026-05');
    expect(april.measures).toMatchObject({ netTaxable: 152_000, netPaid: 156_000, gross: 200_000 });
    expect(april.corrections).toEqual([
      {
        measure: 'netTaxable',
        was: 162_000,
        now: 152_000,
        declaredFor: '2026-06',
        declaredOn: '2026-07-05',
        how: 'regularised',
      },
    ]);
    expect(await scheme.month(nir, '2026-06')).toMatchObject({
      state: 'declared',
      measures: { netTaxable: 162_000 },
      workedFrom: '2026-06-01',
    });
  });

  it('says the same whatever the order in which deposits arrive', async () => {
    const say = async (turned: boolean) => {
      const [nir, siret] = [newNir(), newSiret()];
      const late = gross(euros(-50), { month: '2026-05' });
      const deposits = [
        declaration(siret, '2026-05', [paid(nir, '2026-05')]),
        declaration(siret, '2026-05', [paid(nir, '2026-05', euros(2050))], { order: 2, type: '03' }),
        declaration(siret, '2026-06', [
          individual(nir, {
            payments: [
              payment({
                ...pay('2026-06', euros(2000)),
                bases: [...gross(euros(2000), { month: '2026-06' }).bases, ...late.bases],
              }),
            ],
          }),
        ]),
      ];
      await scheme.take(...(turned ? deposits.toReversed() : deposits));
      const { months } = await scheme.contract(nir);
      return months.map(({ id: _id, ...rest }) => rest);
    };
    expect(await say(true)).toEqual(await say(false));
  });

  it('keeps the id of a month that is corrected, and gives everybody ids of their own', async () => {
    const [nir, other, siret] = [newNir(), newNir(), newSiret()];
    await scheme.take(declaration(siret, '2026-08', [paid(nir, '2026-08'), paid(other, '2026-08')]));
    const before = await scheme.month(nir, '2026-08');
    await scheme.take(
      declaration(siret, '2026-08', [paid(nir, '2026-08', euros(2500)), paid(other, '2026-08')], {
        order: 2,
        type: '03',
      }),
    );
    expect((await scheme.month(nir, '2026-08')).id).toBe(before.id);
    expect((await scheme.month(other, '2026-08')).id).not.toBe(before.id);
  });
});

describe('numbers of people', () => {
  it('finds what was declared under a temporary number once a later deposit has both', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const ntt = `2${siret.slice(0, 9)}0042`;
    await scheme.take(
      declaration(siret, '2026-05', [individual(null, { ntt, payments: [pay('2026-05', euros(1800))] })]),
    );
    expect(await scheme.employers(nir)).toEqual([]);
    await scheme.take(
      declaration(siret, '2026-06', [individual(nir, { ntt, payments: [pay('2026-06', euros(1800))] })]),
    );
    const told = await scheme.contract(nir);
    expect(monthOf(told, '2026-05').measures.gross).toBe(180_000);
    expect(monthOf(told, '2026-06').measures.gross).toBe(180_000);
  });

  it('moves what a company declared under a former number, and nothing that others declared under it', async () => {
    const [nir, former] = [newNir(), newNir()];
    const [mistaken, right] = [newSiret(), newSiret()];
    await scheme.take(
      declaration(mistaken, '2026-05', [paid(former, '2026-05', euros(1800))]),
      // That number is somebody's, who works elsewhere.
      declaration(right, '2026-05', [paid(former, '2026-05', euros(3000))]),
      declaration(mistaken, '2026-06', [
        individual(nir, {
          identityChanges: [{ on: '2026-06-01', formerNir: former }],
          payments: [pay('2026-06', euros(1800))],
        }),
      ]),
    );
    const [employer, ...others] = await scheme.employers(nir);
    expect([employer?.siret, others.length]).toEqual([mistaken, 0]);
    expect((await scheme.month(nir, '2026-05')).measures.gross).toBe(180_000);
    expect((await scheme.employers(former)).map(({ siret }) => siret)).toEqual([right]);
  });

  it('believes no change of number from a declaration that was taken back', async () => {
    const [nir, former, siret] = [newNir(), newNir(), newSiret()];
    await scheme.take(
      declaration(siret, '2026-05', [paid(former, '2026-05')]),
      declaration(siret, '2026-06', [
        individual(nir, { identityChanges: [{ on: '2026-06-01', formerNir: former }] }),
      ]),
      declaration(siret, '2026-06', [paid(former, '2026-06')], { order: 2, type: '03' }),
    );
    expect(await scheme.employers(nir)).toEqual([]);
    expect((await scheme.month(former, '2026-05')).measures.gross).toBe(200_000);
  });

  it('gives a temporary number that became two people’s to neither', async () => {
    const [one, other, siret] = [newNir(), newNir(), newSiret()];
    const ntt = `1${siret.slice(0, 9)}0000`;
    await scheme.take(
      declaration(siret, '2026-05', [individual(null, { ntt, payments: [pay('2026-05', euros(1800))] })]),
      declaration(siret, '2026-06', [
        individual(one, { ntt, payments: [pay('2026-06', euros(1800))] }),
        individual(other, { ntt, payments: [pay('2026-06', euros(1900))] }),
      ]),
    );
    expect((await scheme.month(one, '2026-05')).measures.gross).toBeNull();
    expect((await scheme.month(other, '2026-05')).measures.gross).toBeNull();
  });
});
