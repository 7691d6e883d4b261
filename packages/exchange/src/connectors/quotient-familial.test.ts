import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILLE, FAMILY_NAMES } from '../testing/famille.ts';
import { CANARY } from '../testing/people.ts';
import { readFamilyFile } from './quotient-familial.ts';

const [partner, applicant] = FAMILLE.allocataires;
const read = (change: object = {}, person = CANARY) => readFamilyFile({ ...FAMILLE, ...change }, person);

describe('a family’s file', () => {
  it('tells of the partner, the children from the eldest on, the quotient and the home, and names nobody', () => {
    const file = read();
    expect(file).toEqual({
      asOf: '2026-11-20T06:00:00Z',
      partner: { birthDate: '1989-07-05' },
      children: [{ birthDate: '2016-02-29' }, { birthDate: '2023-08-21' }],
      quotient: { cents: 142300, month: '2026-11' },
      housing: { occupancy: 'tenant-unfurnished', commune: '69266', rent: 67143 },
    });
    for (const name of FAMILY_NAMES) expect(JSON.stringify(file)).not.toContain(name);
  });

  it('of one claimant tells of no partner, and of what is not said nothing', () => {
    expect(
      read({
        allocataires: [applicant],
        enfants: [],
        quotient_familial: null,
        logement: {},
        date_situation: null,
      }),
    ).toEqual({ asOf: null, partner: null, children: [], quotient: null, housing: null });
    expect(read({ logement: { statut_occupation: 'heberge' } }).housing).toEqual({
      occupancy: 'hosted-free',
    });
  });

  it('finds the person however the name is spelt, and whatever day a fund wrote for an unknown one', () => {
    const spelt = { ...applicant, nom_naissance: 'Canari-Éxemple' };
    expect(read({ allocataires: [spelt, partner] }).partner).toEqual({ birthDate: '1989-07-05' });
    expect(read({}, { ...CANARY, birthDate: '1991-00-00' }).partner).toEqual({ birthDate: '1989-07-05' });
  });

  it.each([
    ['of other people', { allocataires: [partner] }],
    ['of somebody born another day', { allocataires: [{ ...applicant, date_naissance: '1991-03-15' }] }],
    ['of a namesake’s family', { allocataires: [{ ...applicant, nom_naissance: 'CANARI' }] }],
    ['without claimants', { allocataires: [] }],
    ['without the list of children', { enfants: undefined }],
    ['with a child born on no day', { enfants: [{ date_naissance: '2023-02-29' }] }],
    ['with an occupancy that nobody knows', { logement: { statut_occupation: 'péniche' } }],
    ['with a rent in words', { logement: { loyer_hors_charges: '671,43 €' } }],
    ['with a quotient of half a euro', { quotient_familial: { valeur: 1.5, annee: 2026, mois: 11 } }],
    ['as of no instant', { date_situation: 'hier' }],
  ])('%s is refused whole', (_, change) => {
    expect(() => read(change)).toThrow();
  });

  it('is read or refused, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(() => readFamilyFile(data, CANARY)).toThrow();
      }),
    );
  });
});
