import {
  incomesAlone,
  irregular,
  sharedPayment,
  tenMissions,
  twoEmployers,
} from '@mds-kit/contract/fixtures/salaries';
import type { Salaries } from '@mds-kit/contract/salaries';
import { describe, expect, it } from 'vitest';
import { csvOf, field } from './csv.ts';
import { follow, stepOf } from './keyboard.ts';
import { before, chartOf, latest } from './lanes.ts';
import { groupTotal, monthTotals } from './totals.ts';

const name = (id: string) => `Organisme ${id}`;
const at = (salaries: Salaries, month: string) => {
  const chart = chartOf(salaries);
  return chart.months.indexOf(month);
};
const totals = (salaries: Salaries, month: string, measure: 'netSocial' | 'gross' = 'netSocial') =>
  monthTotals(chartOf(salaries), measure)[at(salaries, month)];

describe('the lanes', () => {
  it('are one for each contract, months aligned, nothing where there was no work', () => {
    const { lanes, months } = chartOf(twoEmployers);
    expect(months).toHaveLength(14);
    expect(lanes.map(({ cells }) => cells.length)).toEqual([14, 14]);
    const worked = lanes[1]?.cells.flatMap((line) => line?.month ?? []);
    expect(worked).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(lanes[0]?.cells.at(-1)?.state).toBe('pending');
  });

  it('keep other incomes apart, and two of one month in two lanes', () => {
    const doubled = { ...irregular, incomes: [...irregular.incomes, ...irregular.incomes] };
    doubled.incomes = doubled.incomes.map((income, index) => ({
      ...income,
      id: `${income.id}-${String(index)}`,
    }));
    const groups = (what: Salaries) => chartOf(what).groups.map(({ lanes }) => lanes.length);
    expect(groups(irregular)).toEqual([1, 1, 1]);
    expect(groups(doubled)).toEqual([1, 1, 2]);
    const far = irregular.incomes.map((income) => ({ ...income, month: '2020-01' }));
    expect(groups({ ...incomesAlone, incomes: far })).toEqual([]);
  });

  it('have one month open at first: the latest that was declared', () => {
    expect(latest(chartOf(twoEmployers))).toBe('exemple-contrat-atelier-2026-09');
    expect(latest(chartOf(tenMissions))).toBe('exemple-contrat-mission-9-2026-09');
    expect(latest(chartOf({ ...twoEmployers, employers: [] }))).toBeUndefined();
  });

  it('open the latest salary, also where other incomes are told for later months', () => {
    const [income] = irregular.incomes;
    if (!income) throw new Error('no income');
    const pension = { ...income, id: 'exemple-pension', month: '2026-11' };
    expect(latest(chartOf({ ...twoEmployers, incomes: [pension] }))).toBe('exemple-contrat-atelier-2026-09');
    expect(latest(chartOf({ ...twoEmployers, employers: [], incomes: [pension] }))).toBe('exemple-pension');
  });

  it('know what was declared at first, however often it was corrected', () => {
    const june = chartOf(irregular).places.get('exemple-contrat-saisons-2026-06');
    expect(june && before(june.line, 'netSocial')).toBe(128000);
    expect(june && before(june.line, 'gross')).toBeUndefined();
  });
});

describe('totals', () => {
  it('add up what all employers paid in a month', () => {
    expect(totals(twoEmployers, '2026-04')).toEqual({ cents: 279622, atLeast: false, pending: false });
  });

  it('say "at least" where something was not declared: nothing known is not zero', () => {
    expect(totals(irregular, '2026-02')).toEqual({ cents: null, atLeast: true, pending: false });
    expect(totals(irregular, '2026-06')).toEqual({ cents: 0, atLeast: false, pending: false });
    const [unknown] = chartOf(irregular).groups;
    const total = unknown && groupTotal(chartOf(irregular), unknown, 'netSocial');
    expect(total).toEqual({ cents: 1025510, atLeast: true, pending: true });
  });

  it('are still to come where all of the month is', () => {
    expect(totals(twoEmployers, '2026-11')).toEqual({ cents: null, atLeast: false, pending: true });
  });

  it('count a payment for several contracts once, and miss nothing that it covers', () => {
    expect(totals(sharedPayment, '2026-03')).toEqual({ cents: 157000, atLeast: false, pending: false });
    expect(totals(sharedPayment, '2026-03', 'gross')).toEqual({
      cents: 200000,
      atLeast: false,
      pending: false,
    });
  });

  it('of salaries leave other incomes out', () => {
    expect(totals(irregular, '2026-03')?.cents).toBeNull();
  });
});

describe('the keyboard', () => {
  const chart = chartOf(tenMissions);
  const key = (name: string, how: Partial<KeyboardEvent> = {}) =>
    ({ key: name, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...how }) as KeyboardEvent;
  const go = (from: string, press: string, downwards = false, how = {}) => {
    const step = stepOf(key(press, how), downwards);
    return step
      ? follow(chart, `exemple-contrat-mission-${from}`, step).replace('exemple-contrat-mission-', '')
      : undefined;
  };

  it('goes along time, over empty months, and stays at the ends', () => {
    expect(go('2-2025-11', 'ArrowRight')).toBe('2-2025-12');
    expect(go('2-2025-12', 'ArrowRight')).toBe('2-2025-12');
    expect(go('2-2025-11', 'ArrowLeft')).toBe('2-2025-11');
    expect(go('9-2026-09', 'End')).toBe('9-2026-11');
    expect(go('9-2026-11', 'Home')).toBe('9-2026-09');
  });

  it('goes across lanes to the nearest month that there is', () => {
    expect(go('0-2025-10', 'ArrowDown')).toBe('1-2025-11');
    expect(go('9-2026-11', 'ArrowUp')).toBe('8-2026-07');
    expect(go('0-2025-10', 'ArrowUp')).toBe('0-2025-10');
    expect(go('4-2026-02', 'Home', false, { ctrlKey: true })).toBe('0-2025-10');
    expect(go('4-2026-02', 'End', false, { ctrlKey: true })).toBe('9-2026-11');
  });

  it('follows the screen where months run downwards', () => {
    expect(go('2-2025-11', 'ArrowDown', true)).toBe('2-2025-12');
    expect(go('0-2025-10', 'ArrowRight', true)).toBe('1-2025-11');
  });

  it('leaves every other key to the page', () => {
    for (const press of ['Tab', 'a', 'PageDown', 'Escape', 'toString'])
      expect(go('0-2025-10', press)).toBeUndefined();
    expect(go('0-2025-10', 'ArrowLeft', false, { altKey: true })).toBeUndefined();
  });
});

describe('the file', () => {
  it('is what is shown, for French spreadsheets', () => {
    const lines = csvOf(chartOf(twoEmployers), 'netSocial', name).split('\r\n');
    expect(lines[0]).toBe(
      '\ufeffMois;Employeur ou organisme;SIRET;Contrat;État;Net social (€);Net social déclaré au départ (€);Heures',
    );
    expect(lines).toContain(
      '2026-04;Atelier de l’Exemple;00000000100018;CDI, temps plein;corrigé;2040,22;2160,22;151,67',
    );
    expect(lines.filter((line) => line.includes('Boutique'))).toHaveLength(3);
    expect(lines.filter((line) => line.includes('à venir'))).toHaveLength(2);
    expect(lines.at(-1)).toBe('');
  });

  it('names who paid another income, and leaves empty what is not known', () => {
    const text = csvOf(chartOf(irregular), 'gross', name);
    expect(text).toContain('2026-03;Organisme france-travail-exemple;;Allocation chômage;non connu;;;');
    expect(text).toContain(';-45,00;');
  });

  it('runs nothing in a spreadsheet, and breaks no column', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r'])
      expect(field(`${start}cmd|' /C calc'!A0`).replace('"', '')).toMatch(/^'/);
    expect(field('-45,00')).toBe('-45,00');
    expect(field('a;"b"\nc')).toBe('"a;""b""\nc"');
    expect(field('Boutique')).toBe('Boutique');
  });
});
