/** What is hard to see in whole deposits: rows as the store holds them, and what they come to. */
import { describe, expect, it } from 'vitest';
import { monthsBetween } from './calendar.ts';
import { employersOf } from './months-of.ts';
import type { DeclarationRow, LineRow, StatementRow } from './rows.ts';

const SIRET = '90000000100011';
const WINDOW = { months: monthsBetween('2026-01', '2026-09'), pending: [], today: '2026-11-22' };

const declaration = (id: number, month: string, change: Partial<DeclarationRow> = {}): DeclarationRow => ({
  id,
  siret: SIRET,
  nature: '01',
  type: '01',
  fraction: '11',
  scope: '01',
  number: 1,
  month,
  declaredOn: `${month}-30`,
  businessId: null,
  cancelledId: null,
  ...change,
});

const said = (change: Partial<StatementRow['said']>): StatementRow['said'] => ({
  changes: [],
  leaves: [],
  ends: [],
  suspensions: [],
  ...change,
});

const stated = (by: DeclarationRow, change: Partial<StatementRow> = {}): StatementRow => ({
  declaration: by.id,
  contract: 'A',
  begins: '2020-01-01',
  nature: '01',
  policy: null,
  plannedUntil: null,
  workShare: 1000,
  said: said({}),
  ...change,
});

/** Gross of a whole month, unless it is said otherwise. */
const paid = (by: DeclarationRow, change: Partial<LineRow> = {}, month = by.month ?? ''): LineRow => ({
  declaration: by.id,
  paidOn: `${by.month ?? ''}-28`,
  kind: 'gross',
  contract: 'A',
  code: null,
  from: `${month}-01`,
  until: `${month}-28`,
  amount: 1000,
  ...change,
});

const employer = (declarations: DeclarationRow[], statements: StatementRow[], lines: LineRow[]) => {
  const [only, ...others] = employersOf({ declarations, statements, lines }, WINDOW, (...parts) =>
    parts.join(' '),
  );
  if (!only || others.length > 0) throw new Error(`There are ${others.length} employers more`);
  const figures = (contract: (typeof only.contracts)[number]) =>
    Object.fromEntries(
      contract.months
        .filter(({ measures }) => measures.gross !== null || measures.netSocial !== null)
        .map(({ month, measures }) => [month, measures.gross ?? measures.netSocial]),
    );
  return { ...only, figures: only.contracts.map(figures) };
};

describe('contracts', () => {
  const renamed = said({ changes: [{ on: '2026-02-01', number: 'A', siret: null, begins: null }] });

  it('go on under another number only where a declaration that holds says so', () => {
    const [one, wrong, right] = [
      declaration(1, '2026-01'),
      declaration(2, '2026-02'),
      declaration(3, '2026-02', { number: 2, type: '03' }),
    ];
    const told = (said_: StatementRow['said']) =>
      employer(
        [one, wrong, right],
        [
          stated(one),
          stated(wrong, { contract: 'B', said: renamed }),
          stated(right, { contract: 'B', said: said_ }),
        ],
        [paid(one), paid(right, { contract: 'B' })],
      );
    expect(told(renamed).contracts).toHaveLength(1);
    expect(told(said({})).contracts).toHaveLength(2);
  });

  it('are one though its first day was mistaken, whatever end was planned before', () => {
    const [one, other] = [declaration(1, '2026-01'), declaration(2, '2026-02')];
    const mended = said({ changes: [{ on: '2026-02-01', number: null, siret: null, begins: '2020-01-01' }] });
    const told = (said_: StatementRow['said']) =>
      employer(
        [one, other],
        [stated(one, { plannedUntil: '2026-01-10' }), stated(other, { begins: '2026-01-15', said: said_ })],
        [paid(one), paid(other)],
      );
    expect(told(mended).contracts).toHaveLength(1);
    expect(told(said({})).contracts).toHaveLength(2);
  });

  it('are told apart by what the declaration states, where a number was used again', () => {
    const [one, other] = [declaration(1, '2026-01'), declaration(2, '2026-03')];
    const late = declaration(3, '2026-03', { fraction: '22' });
    const ended = said({ ends: [{ on: '2026-01-31', motive: '031' }] });
    const { figures } = employer(
      [one, other, late],
      [stated(one, { said: ended }), stated(other, { begins: '2026-03-01' }), stated(late, { said: ended })],
      [paid(one), paid(other), paid(late, { amount: 50 })],
    );
    // Paid in March for the first one, which had ended.
    expect(figures).toEqual(
      expect.arrayContaining([{ '2026-01': 1000, '2026-03': 50 }, { '2026-03': 1000 }]),
    );
  });

  it('have no end on a day before their first: it was of the one that goes on in them', () => {
    const [one, other] = [declaration(1, '2026-01'), declaration(2, '2026-02')];
    const { contracts } = employer(
      [one, other],
      [
        stated(one, { said: said({ ends: [{ on: '2026-01-31', motive: '036' }] }) }),
        stated(other, { contract: 'B', begins: '2026-02-01', said: renamed }),
      ],
      [paid(one), paid(other, { contract: 'B' })],
    );
    expect(contracts).toMatchObject([{ from: '2026-02-01', until: null, endMotive: null }]);
  });
});

it('keeps the planned end of an absence that is told again without one', () => {
  const [one, other] = [declaration(1, '2026-01'), declaration(2, '2026-02')];
  const leave = { motive: '01', lastWorkedOn: '2026-01-09', resumedOn: null };
  const { contracts } = employer(
    [one, other],
    [
      stated(one, { said: said({ leaves: [{ ...leave, plannedUntil: '2026-02-20' }] }) }),
      stated(other, { said: said({ leaves: [{ ...leave, plannedUntil: null }] }) }),
    ],
    [paid(one), paid(other)],
  );
  const absences = contracts[0]?.months[0]?.absences;
  expect(absences).toEqual([{ motive: '01', from: '2026-01-10', until: '2026-02-20' }]);
});

it('corrects what one contract was paid where the correction is of several together', () => {
  const [one, other] = [declaration(1, '2026-01'), declaration(2, '2026-02')];
  const net = { kind: 'net-social' } as const;
  const { figures, shared } = employer(
    [one, other],
    [stated(one), stated(other), stated(other, { contract: 'B', begins: '2026-02-01' })],
    [
      paid(one, net),
      paid(other, { ...net, contract: null, amount: 1500 }),
      paid(other, { ...net, contract: null, amount: -40 }, '2026-01'),
    ],
  );
  expect(figures).toContainEqual({ '2026-01': 960 });
  expect(shared.map(({ month, measures }) => [month, measures.netSocial])).toEqual([['2026-02', 1500]]);
});
