import type { Individual } from '@mds-kit/dsn/model';
import { kept, refusalsIn, withoutLines } from '@mds-kit/dsn/testing/reading';
import { describe, expect, it } from 'vitest';
import { CITIZENS } from '../citizens.ts';
import { bytesOf, type DepositFile } from './deposits.ts';
import { inMemory, read } from './testing/reading.ts';
import { allScenarios, scenario, type ScenarioName } from './scenarios.ts';

const LAST = '2026-09';
const SCENARIOS = allScenarios(LAST);

const sound = SCENARIOS.flatMap(({ files }) => files).filter(({ refused }) => !refused);
const unsound = SCENARIOS.flatMap(({ files }) => files).filter(({ refused }) => refused);

const peopleOf = (file: DepositFile): Individual[] =>
  inMemory(file).declarations.flatMap(({ individuals }) => individuals);

const onlyFiles = (name: ScenarioName) => scenario(name, LAST).files;

describe('the scenarios', () => {
  it.each(sound.map((file) => [file.name, file] as const))('%s is read as it was told', (_name, file) => {
    const events = read(file);
    expect(refusalsIn(events)).toEqual([]);
    const { outcome, deposits } = kept(events);
    expect(outcome).toBe('taken');
    const told = inMemory(file);
    const expected = file.deposit.test ? { ...told, declarations: [] } : told;
    expect(deposits.map(withoutLines)).toEqual([withoutLines(expected)]);
  });

  it.each(unsound.map((file) => [file.name, file] as const))('%s is refused as expected', (_name, file) => {
    const events = read(file);
    expect(refusalsIn(events).at(-1)?.rule).toBe(file.refused?.rule);
    const { outcome, counts } = kept(events);
    expect(outcome).toBe(file.refused?.whole ? 'refused' : 'taken');
    expect(counts.declarations).toBe(file.refused?.whole ? 0 : 1);
  });

  it('are each of people and firms of their own, and no citizen’s', () => {
    const nirs = SCENARIOS.flatMap((one) => one.nirs);
    const sirets = SCENARIOS.flatMap((one) => one.sirets);
    expect(new Set(nirs).size).toBe(nirs.length);
    expect(new Set(sirets).size).toBe(sirets.length);
    expect(CITIZENS.some(({ nir }) => nirs.includes(nir.slice(0, 13)))).toBe(false);
  });

  it('declare nobody but those whom they name', () => {
    for (const { name, nirs, files } of SCENARIOS) {
      if (name === 'stress') continue;
      const declared = new Set(files.flatMap(peopleOf).flatMap(({ nir }) => nir ?? []));
      expect([...declared].sort(), name).toEqual([...nirs].sort());
    }
  });

  it('follow the month that they are told', () => {
    const months = scenario('full-time', '2026-01').files.map(({ deposit }) => [
      deposit.norm,
      ...[...deposit.declarations].map(({ month }) => month),
    ]);
    expect(months).toEqual([
      ['P25V01', '2025-11'],
      ['P25V01', '2025-12'],
      ['P26V01', '2026-01'],
    ]);
  });
});

describe('what happens in them', () => {
  const payments = (name: ScenarioName) =>
    onlyFiles(name)
      .flatMap(peopleOf)
      .flatMap((individual) => individual.payments);

  it('keeps gross above net taxable, and that above net social and net paid', () => {
    const { netTaxable = 0, netPaid = 0, nets = [], bases = [] } = payments('full-time')[0] ?? {};
    const gross = bases.find(({ code }) => code === '03')?.amount ?? 0;
    const netSocial = nets[0]?.amount ?? 0;
    expect(gross).toBe(214_500);
    expect([gross, netTaxable, netSocial, netPaid]).toEqual(
      [gross, netTaxable, netSocial, netPaid].toSorted((one, other) => Number(other) - Number(one)),
    );
    expect(netSocial / gross).toBeCloseTo(0.79, 2);
  });

  it('takes 120 euros of an earlier month back', () => {
    const past = payments('negative-correction')
      .at(-1)
      ?.bases.filter(({ code, from }) => code === '03' && from === '2026-07-01');
    expect(past).toMatchObject([{ amount: -12_000, until: '2026-07-31', crm: 'CRM-EXEMPLE-1' }]);
  });

  it('corrects the net taxable of an earlier month, which has no line of pay', () => {
    expect(payments('net-taxable-corrected').map(({ taxCorrections }) => taxCorrections)).toEqual([
      [],
      [],
      [{ month: '2026-07', type: '01', netTaxable: -10_000 }],
    ]);
  });

  it('corrects a month under the number that its contract had', () => {
    const [, , last] = onlyFiles('corrected-under-former-number').flatMap(peopleOf);
    expect(last?.contracts.map(({ number }) => number)).toEqual(['NEW-1']);
    const gross = last?.payments[0]?.bases.filter(({ code }) => code === '03');
    expect(gross).toMatchObject([
      { contract: 'OLD-1', from: '2026-07-01', until: '2026-07-31', amount: -12_000 },
      { contract: 'NEW-1', from: '2026-09-01', amount: 214_500 },
    ]);
  });

  it('lets daily allowances pass through the employer where it is subrogated, and only there', () => {
    const allowances = (name: ScenarioName) =>
      payments(name)
        .flatMap(({ nets }) => nets)
        .filter(({ type }) => type === '10');
    expect(allowances('sick-leave-subrogated')).toHaveLength(1);
    expect(allowances('sick-leave-not-subrogated')).toEqual([]);
    const [, kept = 0] = payments('sick-leave-subrogated').map(({ netPaid }) => netPaid ?? 0);
    const [, lost = 0] = payments('sick-leave-not-subrogated').map(({ netPaid }) => netPaid ?? 0);
    expect(kept).toBeGreaterThan(lost);
  });

  it('has ten missions, each with its end', () => {
    const contracts = onlyFiles('ten-missions')
      .flatMap(peopleOf)
      .flatMap((individual) => individual.contracts);
    expect(contracts.map(({ number, ends }) => [number, ends.length])).toEqual(
      Array.from({ length: 10 }, (_, index) => [`M-${index + 1}`, 1]),
    );
  });

  it('tells half-time work as half of the hours', () => {
    const [contract] = onlyFiles('part-time').flatMap(peopleOf)[0]?.contracts ?? [];
    expect(contract).toMatchObject({ workTime: '20', quota: 7584, referenceQuota: 15_167 });
  });

  it('pays in the month after, and leaves the net social out, where it says so', () => {
    expect(payments('paid-next-month').map(({ paidOn }) => paidOn)).toEqual([
      '2026-08-05',
      '2026-09-05',
      '2026-10-05',
    ]);
    expect(payments('no-net-social').flatMap(({ nets }) => nets)).toEqual([]);
  });

  it('lets people and contracts go on under other numbers', () => {
    const temporary = onlyFiles('ntt-then-nir').flatMap(peopleOf);
    expect(temporary.map(({ nir, ntt }) => [nir !== null, ntt !== null])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
    const [before, changed, after] = onlyFiles('nir-changed').flatMap(peopleOf);
    expect(changed?.identityChanges).toEqual([{ on: '2026-08-04', formerNir: before?.nir }]);
    expect(after?.identityChanges).toEqual([]);
    const contracts = onlyFiles('contract-number-changed')
      .flatMap(peopleOf)
      .flatMap((individual) => individual.contracts);
    expect(
      contracts.map(({ number, changes }) => [number, changes.map(({ formerNumber }) => formerNumber)]),
    ).toEqual([
      ['OLD-1', []],
      ['NEW-1', ['OLD-1']],
      ['NEW-1', []],
    ]);
  });

  it('declares a month again, takes it back, and divides it', () => {
    const heads = (name: ScenarioName) =>
      onlyFiles(name).flatMap((file) =>
        [...file.deposit.declarations].map(({ type, order, fraction }) => [type, order, fraction]),
      );
    expect(heads('replaced-twice')).toEqual([
      ['01', 1, '11'],
      ['03', 2, '11'],
      ['03', 3, '11'],
    ]);
    expect(heads('cancelled').at(-1)).toEqual(['04', 2, '11']);
    expect(heads('two-fractions').map(([, , fraction]) => fraction)).toEqual(['12', '22']);
  });

  it('writes 100,000 lines for the stress', () => {
    const [file] = onlyFiles('stress');
    let lines = 0;
    for (const piece of file ? bytesOf(file) : []) for (const byte of piece) if (byte === 0x0a) lines += 1;
    expect(lines).toBeGreaterThanOrEqual(100_000);
    expect(lines).toBeLessThan(120_000);
  });

  it('passes over the rubriques that only funds add', () => {
    const [file] = onlyFiles('unknown-rubriques');
    const end = file && read(file).at(-1);
    expect(end?.kind === 'deposit-end' && end.ignored).toBe(3);
  });
});
