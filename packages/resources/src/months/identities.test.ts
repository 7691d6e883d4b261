import { expect, it } from 'vitest';
import { type Link, numbersOf } from './identities.ts';

const link = (former: string, current: string, change: Partial<Link> = {}): Link => ({
  company: '900000001',
  former,
  current,
  temporary: false,
  declaredOn: '2026-05-31',
  ...change,
});

const isOwn = (person: string, number: string, links: readonly Link[]) =>
  numbersOf(person, links).isOwn(number, '900000001');

it('gives a temporary number that became two people’s to neither', () => {
  const temporary = { temporary: true };
  expect(isOwn('one', 'ntt', [link('ntt', 'one', temporary)])).toBe(true);
  const links = [
    link('ntt', 'one', temporary),
    link('ntt', 'other', { ...temporary, declaredOn: '2026-06-30' }),
  ];
  expect([isOwn('one', 'ntt', links), isOwn('other', 'ntt', links)]).toEqual([false, false]);
});

it('believes a company that takes a change of number back', () => {
  const links = [link('one', 'other'), link('other', 'one', { declaredOn: '2026-06-30' })];
  expect([isOwn('one', 'one', links), isOwn('one', 'other', links)]).toEqual([true, true]);
  expect([isOwn('other', 'one', links), isOwn('other', 'other', links)]).toEqual([false, false]);
});
