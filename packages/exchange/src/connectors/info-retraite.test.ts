import { describe, expect, it } from 'vitest';
import { readSupplied } from './additions.ts';
import { infoRetraite } from './info-retraite.ts';

const [resource] = infoRetraite.resources;
if (!resource) throw new Error('The union of the schemes has no resource');

const paid = (code: string) => ({
  regimes: [{ code, libelle: 'Un régime', statut: 'pension_servie', montant_mensuel_net: 812.4 }],
});
const paidBy = (code: string) =>
  readSupplied(resource, paid(code), { today: '2026-11-22' }).rights.map((right) => right.paidBy);

describe('the union of the pension schemes', () => {
  it('says of a scheme whose fund answers itself who that is', () => {
    expect(paidBy('cnav')).toEqual([['carsat']]);
  });

  // `constructor` is a code of the right form, and what every plain object answers to: the whole domain fell over it.
  it.each(['constructor', 'un-regime-nouveau'])('takes a scheme called %s for one of its own', (code) => {
    expect(paidBy(code)).toEqual([undefined]);
  });
});
