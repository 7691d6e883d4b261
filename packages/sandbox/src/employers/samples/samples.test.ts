import { Id } from '@mds-kit/contract/formats';
import type { Individual } from '@mds-kit/dsn/model';
import { kept, refusalsIn, withoutLines } from '@mds-kit/dsn/testing/reading';
import { IncomeLine } from '@mds-kit/resources/incomes/income-file';
import { describe, expect, it } from 'vitest';
import { citizenByLogin } from '../../citizens.ts';
import type { DepositFile } from '../deposits.ts';
import { inMemory, read } from '../testing/reading.ts';
import { sampleCorrection } from './sample-correction.ts';
import { declaredUpTo, sampleFiles } from './sample-deposits.ts';
import { SAMPLE_EMPLOYERS } from './sample-employers.ts';
import { sampleIncomes } from './sample-incomes.ts';

const NOW = new Date('2026-11-22T09:30:00Z');
const FILES = sampleFiles(NOW);

const nirOf = (login: string) => citizenByLogin(login)?.nir.slice(0, 13) ?? '';

type Seen = { siret: string; month: string | null; individual: Individual };

function seen(login: string, files: readonly DepositFile[] = FILES): Seen[] {
  const nir = nirOf(login);
  return files.flatMap((file) =>
    inMemory(file).declarations.flatMap(({ siret, month, individuals }) =>
      individuals
        .filter((individual) => individual.nir === nir)
        .map((individual) => ({ siret, month, individual })),
    ),
  );
}

const grossOf = ({ individual }: Seen) =>
  individual.payments
    .flatMap(({ bases }) => bases)
    .filter(({ code }) => code === '03')
    .reduce((sum, { amount }) => sum + Number(amount), 0);

const contractsOf = (login: string) => seen(login).flatMap(({ individual }) => individual.contracts);

describe('the deposits of the sample citizens’ employers', () => {
  it.each(['2026-11-22T09:30:00Z', '2026-01-31T23:30:00Z', '2028-02-29T12:00:00Z'])(
    'are read as they were told, at %s',
    (now) => {
      for (const file of sampleFiles(new Date(now))) {
        const events = read(file);
        expect(refusalsIn(events), file.name).toEqual([]);
        expect(kept(events).deposits.map(withoutLines)).toEqual([withoutLines(inMemory(file))]);
      }
    },
  );

  it('end two months before the month of Paris, and go back fourteen months at least', () => {
    expect(declaredUpTo(NOW)).toBe('2026-09');
    expect(declaredUpTo(new Date('2026-11-30T23:30:00Z'))).toBe('2026-10');
    const months = new Set(seen('camille').map(({ month }) => month));
    expect([...months].sort().at(-1)).toBe('2026-09');
    expect(months.size).toBeGreaterThanOrEqual(14);
  });

  it('have names of their own', () => {
    const names = FILES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('let Camille have two employers, of which one took something of an earlier month back', () => {
    const here = seen('camille').filter(({ month }) => month === '2026-09');
    expect(here.map(({ siret }) => siret)).toEqual([
      SAMPLE_EMPLOYERS.library.siret,
      SAMPLE_EMPLOYERS.canteen.siret,
    ]);
    const past = seen('camille').flatMap(({ month, individual }) =>
      individual.payments.flatMap(({ bases }) =>
        bases
          .filter(({ code, from }) => code === '03' && from.slice(0, 7) !== month)
          .map(({ from, amount }) => ({ month, from, amount })),
      ),
    );
    expect(past).toEqual([{ month: '2026-08', from: '2026-05-01', amount: -12_000 }]);
  });

  it('let David’s job end before he is registered as a jobseeker', () => {
    const [end] = contractsOf('david').flatMap(({ ends }) => ends);
    expect(end).toEqual({ on: '2026-05-09', motive: '043' });
    expect(seen('david').at(-1)?.month).toBe('2026-05');
  });

  it('let Léa have ten missions, Zoé an apprenticeship, Emma and Amina leaves', () => {
    expect(contractsOf('lea').filter(({ nature }) => nature === '03')).toHaveLength(10);
    expect(contractsOf('zoe').every(({ policy }) => policy === '64')).toBe(true);
    expect(contractsOf('emma').flatMap(({ leaves }) => leaves.map(({ motive }) => motive))).toContain('02');
    expect(contractsOf('amina').flatMap(({ leaves }) => leaves)).toMatchObject([{ subrogation: '01' }]);
  });

  it('let Lucie be declared at the MSA and paid in the month after', () => {
    const files = FILES.filter(({ deposit }) => deposit.point === '02');
    const months = seen('lucie', files);
    expect(months).toHaveLength(seen('lucie').length);
    expect(months.at(-1)?.individual.payments[0]?.paidOn).toBe('2026-10-05');
  });

  it('declare neither pensioners nor who has no job', () => {
    for (const login of ['simone', 'germaine', 'max', 'karim', 'yann'])
      expect(seen(login), login).toEqual([]);
  });

  it('come from firms that nobody may mistake for real ones', () => {
    for (const { siret } of Object.values(SAMPLE_EMPLOYERS)) expect(siret).toMatch(/^999\d{6}99\d{3}$/);
  });
});

describe('a corrective deposit', () => {
  it('declares the month once more, higher than before, with everybody in it', () => {
    const file = sampleCorrection(NOW, { login: 'camille', by: 5000 });
    const [declaration] = inMemory(file).declarations;
    const before = seen('camille').find(
      ({ siret, month }) => siret === SAMPLE_EMPLOYERS.library.siret && month === '2026-09',
    );
    const [now] = seen('camille', [file]);
    expect(declaration).toMatchObject({
      type: '03',
      month: '2026-09',
      siret: SAMPLE_EMPLOYERS.library.siret,
      declaredOn: '2026-11-22',
    });
    expect(declaration?.order).toBeGreaterThan(2);
    expect(declaration?.individuals).toHaveLength(3);
    expect(now && before && grossOf(now) - grossOf(before)).toBe(5000);
    expect(refusalsIn(read(file))).toEqual([]);
  });

  it('or says it in the next month’s declaration', () => {
    const file = sampleCorrection(NOW, {
      login: 'camille',
      at: 'canteen',
      month: '2026-06',
      by: -2500,
      how: 'regularised',
    });
    const [now] = seen('camille', [file]);
    expect(now?.month).toBe('2026-10');
    const past = now?.individual.payments[0]?.bases.filter(({ from }) => from === '2026-06-01');
    expect(past?.find(({ code }) => code === '03')?.amount).toBe(-2500);
    expect(refusalsIn(read(file))).toEqual([]);
  });

  it('is not made for who was not declared', () => {
    expect(() => sampleCorrection(NOW, { login: 'simone', by: 1 })).toThrow(RangeError);
    expect(() => sampleCorrection(NOW, { login: 'david', month: '2026-08', by: 1 })).toThrow(RangeError);
  });
});

describe('replacement incomes', () => {
  const lines = sampleIncomes(NOW);
  const of = (login: string) => lines.filter(({ nir }) => nir === nirOf(login));

  it('are taken line by line as the feed wants them, each under a reference of its own', () => {
    for (const line of lines) expect(IncomeLine.parse(JSON.parse(JSON.stringify(line)))).toEqual(line);
    for (const { payer } of lines) expect(Id.safeParse(payer).success).toBe(true);
    expect(new Set(lines.map(({ payer, reference }) => `${payer} ${reference}`)).size).toBe(lines.length);
  });

  it('are none of the future, and in order', () => {
    const days = lines.map(({ paidOn }) => paidOn);
    expect(days).toEqual(days.toSorted());
    const early = sampleIncomes(new Date('2026-11-03T12:00:00Z')).map(({ paidOn }) => paidOn);
    expect(early.every((day) => day <= '2026-11-03')).toBe(true);
  });

  it('are what the citizens’ own files show', () => {
    const simone = of('simone').filter(({ paidOn }) => paidOn.startsWith('2026-10'));
    expect(simone.map(({ payer, netSocial }) => [payer, netSocial]).sort()).toEqual([
      ['agirc-arrco', 32_755],
      ['carsat-exemple', 24_118],
      ['carsat-exemple', 81_240],
      ['msa-exemple', 16_490],
    ]);
    const david = of('david');
    expect(david.map(({ kind }) => kind)).toEqual(david.map(() => 'unemployment'));
    expect(david[0]?.paidOn).toBe('2026-06-06');
    expect(david.at(-1)?.netSocial).toBe(112_740);
    expect(new Set(of('emma').map(({ kind }) => kind))).toEqual(new Set(['daily-allowance']));
    expect(of('max')).toEqual([]);
  });

  it('come down from gross to net', () => {
    for (const { gross, netTaxable, netSocial } of lines) {
      expect(Number(gross)).toBeGreaterThan(Number(netTaxable));
      expect(Number(netTaxable)).toBeGreaterThan(Number(netSocial));
    }
  });
});
