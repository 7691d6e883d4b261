import { expect, it } from 'vitest';
import { gross, individual, newNir, payment } from '../testing/deposits.ts';
import { linesOf, numbersOf } from './payment-lines.ts';

/** Hours of one payment of May, whose remunerations these are. */
const hoursOf = (...told: { type: string; hours: number | null; worked?: number }[]) => {
  const [line] = gross(200_000, { month: '2026-05' }).remunerations;
  if (!line) throw new Error('There is no line');
  const remunerations = told.map(({ type, hours, worked }) => ({
    ...line,
    type,
    hours,
    activities: worked === undefined ? [] : [{ type: '01', measure: worked, unit: '10' }],
  }));
  const paid = payment({ paidOn: '2026-05-28', remunerations });
  const lines = [...linesOf(paid, numbersOf(individual(newNir(), { payments: [paid] })))];
  return lines.filter(({ kind }) => kind === 'hours').map(({ amount }) => amount);
};

it('counts hours once that stand under several remunerations of a period', () => {
  const whole = { hours: null, worked: 15_167 };
  expect(hoursOf({ type: '001', ...whole }, { type: '002', ...whole })).toEqual([15_167]);
  expect(hoursOf({ type: '002', ...whole }, { type: '002', hours: null, worked: 200 })).toEqual([
    15_167, 200,
  ]);
});

it('believes work (S21.G00.53) before the hours that stand beside a base pay', () => {
  expect(hoursOf({ type: '001', hours: 16_000 }, { type: '010', hours: null, worked: 15_167 })).toEqual([
    15_167,
  ]);
  expect(hoursOf({ type: '010', hours: 15_167 })).toEqual([15_167]);
});
