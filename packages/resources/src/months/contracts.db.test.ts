/** Contracts and absences as deposits tell them, and what a citizen then reads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Salaries } from '@mds-kit/contract/salaries';
import { bytesOfDeposit } from '../testing/deposits.ts';
import { ingestFile } from '../ingestion/ingest.ts';
import {
  contract,
  contractChange,
  declaration,
  euros,
  gross,
  individual,
  leave,
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

const paid = (nir: string, month: string, amount = euros(2000)) =>
  individual(nir, { payments: [pay(month, amount)] });

describe('contracts', () => {
  it('shows a full-time CDI month after month', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    await scheme.take(
      declaration(siret, '2026-08', [paid(nir, '2026-08')]),
      declaration(siret, '2026-09', [paid(nir, '2026-09', euros(2100))]),
    );
    const salaries = await scheme.salaries(nir, { months: 3, until: '2026-09' });
    expect(Salaries.parse(salaries)).toEqual(salaries);
    expect(salaries).toMatchObject({
      situation: 'salaries',
      declaredUpTo: '2026-09',
      months: ['2026-07', '2026-08', '2026-09'],
      pending: ['2026-10', '2026-11'],
      employers: [{ siret, name: null, shared: [] }],
    });
    const told = await scheme.contract(nir, { months: 3, until: '2026-09' });
    expect(told).toMatchObject({
      nature: '01',
      policy: null,
      from: '2024-01-01',
      until: null,
      workShare: 1000,
    });
    expect(told.months.map(({ month, state, measures }) => [month, state, measures.gross])).toEqual([
      ['2026-07', 'not-declared', null],
      ['2026-08', 'declared', 200_000],
      ['2026-09', 'declared', 210_000],
      ['2026-10', 'pending', null],
      ['2026-11', 'pending', null],
    ]);
    expect(monthOf(told, '2026-08')).toMatchObject({
      measures: { netSocial: 158_000, netPaid: 156_000, netTaxable: 162_000, gross: 200_000 },
      hours: 15_167,
      workedFrom: '2026-08-01',
      workedUntil: '2026-08-31',
      paidOn: ['2026-08-28'],
      corrections: [],
    });
  });

  it('tells the days of a mission, not those of the month that its net social is of', async () => {
    const nir = newNir();
    const days = { from: '2026-08-03', until: '2026-08-04' };
    await scheme.take(
      declaration(newSiret(), '2026-08', [
        individual(nir, {
          contracts: [contract({ nature: '03', from: days.from, plannedUntil: days.until })],
          payments: [pay('2026-08', euros(200), { ...days, hours: 1400 })],
        }),
      ]),
    );
    expect(await scheme.month(nir, '2026-08')).toMatchObject({
      workedFrom: days.from,
      workedUntil: days.until,
    });
  });

  it('tells a half-time post by its share', async () => {
    const nir = newNir();
    const half = contract({ quota: 7583, workTime: '20' });
    await scheme.take(
      declaration(newSiret(), '2026-08', [
        individual(nir, { contracts: [half], payments: [pay('2026-08', euros(1000))] }),
      ]),
    );
    expect((await scheme.contract(nir)).workShare).toBe(500);
  });

  it('tells an apprentice by the policy, and a month without net social as one where it is not known', async () => {
    const nir = newNir();
    const apprentice = contract({ nature: '02', policy: '64' });
    await scheme.take(
      declaration(newSiret(), '2026-08', [
        individual(nir, { contracts: [apprentice], payments: [pay('2026-08', euros(1000), { nets: [] })] }),
      ]),
    );
    expect((await scheme.contract(nir)).policy).toBe('64');
    const { measures } = await scheme.month(nir, '2026-08');
    expect(measures).toMatchObject({ netSocial: null, gross: 100_000 });
  });

  it('keeps two employers apart, the one that paid last first', async () => {
    const nir = newNir();
    const [first, second] = [newSiret(), newSiret()];
    await scheme.take(
      declaration(first, '2026-09', [paid(nir, '2026-09')]),
      declaration(second, '2026-08', [paid(nir, '2026-08')]),
    );
    expect((await scheme.employers(nir)).map(({ siret }) => siret)).toEqual([first, second]);
  });

  it('divides what one employer paid for two contracts only where the employer did', async () => {
    const nir = newNir();
    const [morning, evening] = [contract({ number: 'A' }), contract({ number: 'B', from: '2025-03-01' })];
    const [one, other] = [
      gross(euros(900), { month: '2026-08', contract: 'A', hours: 7000 }),
      gross(euros(600), { month: '2026-08', contract: 'B', hours: 5000 }),
    ];
    const together = payment({
      paidOn: '2026-08-28',
      netPaid: euros(1170),
      netTaxable: euros(1215),
      nets: [netSocial(euros(1185), '2026-08')],
      remunerations: [...one.remunerations, ...other.remunerations],
      bases: [...one.bases, ...other.bases],
    });
    await scheme.take(
      declaration(newSiret(), '2026-08', [
        individual(nir, { contracts: [morning, evening], payments: [together] }),
      ]),
    );
    const [employer] = await scheme.employers(nir);
    const month = employer?.contracts.map((its) => monthOf(its, '2026-08'));
    expect(month?.map(({ hours, measures }) => [measures.gross, measures.netPaid, hours]).toSorted()).toEqual(
      [
        [60_000, null, 5000],
        [90_000, null, 7000],
      ],
    );
    expect(employer?.shared).toMatchObject([
      {
        month: '2026-08',
        measures: { netSocial: 118_500, netPaid: 117_000, netTaxable: 121_500, gross: null },
      },
    ]);
  });

  it('ends a CDD on the day that its end of contract says, and goes on when that is taken back', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const cdd = contract({ nature: '02', from: '2026-06-01', plannedUntil: '2026-12-31' });
    const ended = contract({ ...cdd, ends: [{ on: '2026-08-14', motive: '034' }] });
    await scheme.take(
      declaration(siret, '2026-07', [
        individual(nir, { contracts: [cdd], payments: [pay('2026-07', euros(2000))] }),
      ]),
      declaration(siret, null, [individual(nir, { contracts: [ended] })], {
        nature: '07',
        declaredOn: '2026-08-16',
        businessId: 'fin-1',
      }),
    );
    expect(await scheme.contract(nir)).toMatchObject({
      until: '2026-08-14',
      endMotive: '034',
      plannedUntil: '2026-12-31',
    });
    expect((await scheme.month(nir, '2026-09')).state).toBe('closed');
    expect((await scheme.month(nir, '2026-05')).state).toBe('closed');
    const takenBack = contract({ ...cdd, ends: [{ on: '2026-08-14', motive: '099' }] });
    await scheme.take(
      declaration(siret, '2026-08', [individual(nir, { contracts: [takenBack], payments: [] })]),
    );
    expect(await scheme.contract(nir)).toMatchObject({ until: null, endMotive: null });
    expect((await scheme.month(nir, '2026-09')).state).toBe('not-declared');
  });

  it('forgets an end whose own declaration was cancelled', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const ended = contract({ ends: [{ on: '2026-08-14', motive: '059' }] });
    const event = { nature: '07', businessId: 'fin-2' } as const;
    await scheme.take(
      declaration(siret, '2026-07', [paid(nir, '2026-07')]),
      declaration(siret, null, [individual(nir, { contracts: [ended] })], { ...event, order: 1 }),
    );
    expect((await scheme.contract(nir)).until).toBe('2026-08-14');
    await scheme.take(declaration(siret, null, [], { ...event, order: 2, type: '04' }));
    expect((await scheme.contract(nir)).until).toBeNull();
  });

  it('takes an end for another one where an employer gives both the same id', async () => {
    const [nir, other, siret] = [newNir(), newNir(), newSiret()];
    const end = (whose: string, on: string) =>
      declaration(
        siret,
        null,
        [individual(whose, { contracts: [contract({ ends: [{ on, motive: '059' }] })] })],
        { nature: '07', businessId: '1', declaredOn: on },
      );
    await scheme.take(
      declaration(siret, '2026-07', [paid(nir, '2026-07'), paid(other, '2026-07')]),
      end(nir, '2026-08-14'),
      end(other, '2026-08-20'),
    );
    expect((await scheme.contract(nir)).until).toBe('2026-08-14');
    expect((await scheme.contract(other)).until).toBe('2026-08-20');
  });

  it('takes a planned end for an end once it has come, unless the contract was declared on', async () => {
    const [short, long] = [newNir(), newNir()];
    const cdd = contract({ nature: '02', from: '2026-06-01', plannedUntil: '2026-08-31' });
    const siret = newSiret();
    const of = (nir: string, month: string) =>
      individual(nir, { contracts: [cdd], payments: [pay(month, euros(2000))] });
    await scheme.take(
      declaration(siret, '2026-08', [of(short, '2026-08'), of(long, '2026-08')]),
      declaration(siret, '2026-09', [of(long, '2026-09')]),
    );
    expect(await scheme.contract(short)).toMatchObject({ until: '2026-08-31', endMotive: null });
    expect((await scheme.contract(long)).until).toBeNull();
  });

  it('keeps ten missions of one agency apart, also where it uses a number again', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const missions = Array.from({ length: 10 }, (_, index) => {
      const month = `2026-0${String(1 + Math.floor(index / 2))}`;
      const [from, until] = index % 2 === 0 ? [`${month}-02`, `${month}-10`] : [`${month}-16`, `${month}-24`];
      return { month, from, until, number: `M${String(Math.floor(index / 2))}` };
    });
    await scheme.take(
      ...missions.map(({ month, from, until, number }, index) =>
        declaration(
          siret,
          month,
          [
            individual(nir, {
              contracts: [
                contract({
                  number,
                  nature: '03',
                  from,
                  plannedUntil: until,
                  ends: [{ on: until, motive: '032' }],
                }),
              ],
              payments: [pay(month, euros(500 + index), { contract: number, from, until })],
            }),
          ],
          { fraction: index % 2 === 0 ? '12' : '22' },
        ),
      ),
    );
    const [employer] = await scheme.employers(nir);
    expect(employer?.contracts).toHaveLength(10);
    expect(employer?.contracts.map(({ from, until }) => `${from} ${until ?? ''}`).toSorted()).toEqual(
      missions.map(({ from, until }) => `${from} ${until}`),
    );
  });

  it('goes on under a new contract number, and in another establishment', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const moved = siret.replace(/00011$/, '00029');
    const of = (month: string, number: string, changes: ReturnType<typeof contractChange>[] = []) =>
      individual(nir, {
        contracts: [contract({ number, changes })],
        payments: [pay(month, euros(2000), { contract: number })],
      });
    await scheme.take(declaration(siret, '2026-06', [of('2026-06', 'OLD')]));
    const before = await scheme.contract(nir);
    await scheme.take(
      declaration(siret, '2026-07', [of('2026-07', 'NEW', [contractChange({ formerNumber: 'OLD' })])]),
      declaration(moved, '2026-08', [of('2026-08', 'NEW', [contractChange({ formerSiret: siret })])]),
    );
    const employers = await scheme.employers(nir);
    expect(employers.map((employer) => employer.siret)).toEqual([moved]);
    const told = await scheme.contract(nir);
    expect(['2026-06', '2026-07', '2026-08'].map((month) => monthOf(told, month).measures.gross)).toEqual([
      200_000, 200_000, 200_000,
    ]);
    expect(told.id).toBe(before.id);
  });
});

describe('absences', () => {
  it('shows a sick leave in its months, longer when it is made longer, until the return', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const of = (month: string, change: Parameters<typeof leave>[0]) =>
      declaration(siret, month, [
        individual(nir, {
          contracts: [contract({ leaves: [leave(change)] })],
          payments: [pay(month, euros(900))],
        }),
      ]);
    await scheme.take(of('2026-03', {}));
    expect((await scheme.month(nir, '2026-03')).absences).toEqual([
      { motive: '01', from: '2026-03-10', until: '2026-03-20' },
    ]);
    await scheme.take(
      of('2026-04', { subrogation: '01', plannedUntil: '2026-04-30', resumedOn: '2026-04-15' }),
    );
    const told = await scheme.contract(nir);
    const absence = { motive: '01', from: '2026-03-10', until: '2026-04-14' };
    expect(monthOf(told, '2026-03').absences).toEqual([absence]);
    expect(monthOf(told, '2026-04').absences).toEqual([absence]);
    expect(monthOf(told, '2026-05').absences).toEqual([]);
  });

  it('forgets a leave and a suspension that are cancelled later, and no other', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const open = { motive: '501', from: '2026-04-06', until: null };
    const of = (month: string, change: Parameters<typeof contract>[0]) =>
      declaration(siret, month, [
        individual(nir, { contracts: [contract(change)], payments: [pay(month, euros(900))] }),
      ]);
    const work = { motive: '06', lastWorkedOn: '2026-04-14', plannedUntil: '2026-04-17' };
    await scheme.take(
      of('2026-04', { leaves: [leave({ plannedUntil: '2026-04-30' }), leave(work)], suspensions: [open] }),
      of('2026-05', { leaves: [leave({ motive: '99' })], suspensions: [{ ...open, motive: '998' }] }),
    );
    const { absences } = await scheme.month(nir, '2026-04');
    expect(absences).toEqual([{ motive: '06', from: '2026-04-15', until: '2026-04-17' }]);
  });

  it('counts what a subrogated leave brings once: the daily allowances are part of the net social', async () => {
    const nir = newNir();
    const allowances = { ...netSocial(euros(300), '2026-03'), type: '10' };
    const month = pay('2026-03', euros(1700));
    await scheme.take(
      declaration(newSiret(), '2026-03', [
        individual(nir, {
          contracts: [contract({ leaves: [leave({ subrogation: '01' })] })],
          payments: [{ ...month, nets: [netSocial(euros(1480), '2026-03'), allowances] }],
        }),
      ]),
    );
    const told = await scheme.month(nir, '2026-03');
    expect(told.measures).toMatchObject({ netSocial: 148_000, gross: 170_000 });
    expect(told.absences).toEqual([{ motive: '01', from: '2026-03-10', until: '2026-03-20' }]);
  });

  it('shows other suspensions, open ones too', async () => {
    const nir = newNir();
    const unpaid = contract({ suspensions: [{ motive: '501', from: '2026-09-07', until: null }] });
    await scheme.take(declaration(newSiret(), '2026-09', [individual(nir, { contracts: [unpaid] })]));
    const month = await scheme.month(nir, '2026-10');
    expect(month.absences).toEqual([{ motive: '501', from: '2026-09-07', until: null }]);
    // Declared, and nothing was paid: that is not a month that was forgotten.
    expect((await scheme.month(nir, '2026-09')).state).toBe('declared');
    expect((await scheme.month(nir, '2026-09')).measures.gross).toBeNull();
  });
});

describe('norms', () => {
  it('reads December in one norm and January in the next', async () => {
    const [nir, siret] = [newNir(), newSiret()];
    const files = [
      bytesOfDeposit([declaration(siret, '2025-12', [paid(nir, '2025-12')])], { norm: 'P25V01' }),
      bytesOfDeposit([declaration(siret, '2026-01', [paid(nir, '2026-01')])], { norm: 'P26V01' }),
    ];
    for (const bytes of files) await ingestFile(scheme.store, await scheme.bytes(bytes));
    const told = await scheme.contract(nir, { until: '2026-01' });
    expect(monthOf(told, '2025-12').state).toBe('declared');
    expect(monthOf(told, '2026-01').state).toBe('declared');
  });
});

describe('what is known up to when', () => {
  it('ends with the last month that anybody declared, and knows none before the first deposit', async () => {
    await using fresh = await Scheme.open();
    const nir = newNir();
    const ask = async () =>
      (await import('./salaries.ts')).salariesOf(fresh.store, fresh.store.people.ofNir(nir), { months: 2 });
    expect(await ask()).toMatchObject({ situation: 'nothing-declared', declaredUpTo: null, employers: [] });
    await fresh.take(
      declaration(newSiret(), '2026-09', [paid(newNir(), '2026-09')]),
      // Dated in advance, by mistake.
      declaration(newSiret(), '2027-03', [paid(newNir(), '2027-03')]),
    );
    expect(await ask()).toMatchObject({
      situation: 'nothing-declared',
      declaredUpTo: '2026-09',
      months: ['2026-08', '2026-09'],
      pending: ['2026-10', '2026-11'],
    });
  });
});
