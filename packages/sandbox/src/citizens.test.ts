import stdnum from 'stdnum';
import { describe, expect, it } from 'vitest';
import { CITIZENS, signInChoices, type Citizen } from './citizens.ts';
import { Calendar } from './citizens/calendar.ts';
import { SUPPLIERS } from './suppliers.ts';

const each = CITIZENS.map((citizen) => [citizen.login, citizen] as const);
const calendar = new Calendar(new Date('2026-11-22T09:30:00Z'));

/** Key of a NIR: 97 − (13 first characters mod 97), Corsica counted as 19 and 18 (decree 82-103). */
function keyOf(nir: string): number {
  const body = nir.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(body) % 97n);
}

describe('the invented citizens', () => {
  it.each(each)('%s has a NIR with the right key, by our sum and by another library', (_login, { nir }) => {
    expect(nir).toMatch(/^[12]\d{4}(\d\d|2[AB])\d{8}$/);
    expect(Number(nir.slice(13))).toBe(keyOf(nir));
    expect(stdnum.stdnum.FR?.nir?.validate(nir).isValid).toBe(true);
  });

  it.each(each)('%s has a NIR that goes with the identity', (_login, { nir, identity }) => {
    expect(nir[0]).toBe(identity.gender === 'female' ? '2' : '1');
    expect(nir.slice(1, 5)).toBe(identity.birthdate.slice(2, 4) + identity.birthdate.slice(5, 7));
    const place = identity.birthcountry === '99100' ? identity.birthplace : identity.birthcountry;
    expect(nir.slice(5, 10)).toBe(place);
  });

  it.each(each)('%s cannot be taken for somebody real', (_login, { nir, identity }) => {
    expect(identity.family_name).toMatch(
      /EXEMPL|FICTI|INVENT|MOD[EÈ]LE|ESSAI|SPÉCIMEN|FACTICE|IMAGINAIRE|PROTOTYPE|MAQUETTE|NÉANT/,
    );
    expect(nir.slice(5, 10)).toMatch(/90$/);
    expect(Number(nir.slice(10, 13))).toBeGreaterThanOrEqual(990);
    expect(identity.email).toMatch(/\.invalid$/);
  });

  it('are at least fourteen, each under a name and a NIR of their own', () => {
    expect(CITIZENS.length).toBeGreaterThanOrEqual(14);
    expect(new Set(CITIZENS.map(({ login }) => login)).size).toBe(CITIZENS.length);
    expect(new Set(CITIZENS.map(({ nir }) => nir)).size).toBe(CITIZENS.length);
  });

  it('count a Corsican birth, one abroad, and twins', () => {
    expect(CITIZENS.some(({ identity }) => identity.birthplace.startsWith('2A'))).toBe(true);
    expect(CITIZENS.some(({ identity }) => identity.birthplace === '')).toBe(true);
    const [lea, zoe] = ['lea', 'zoe'].map((login) => CITIZENS.find((citizen) => citizen.login === login));
    for (const shared of ['birthdate', 'birthplace', 'family_name', 'gender'] as const) {
      expect(lea?.identity[shared]).toBe(zoe?.identity[shared]);
    }
    expect(lea?.nir.slice(0, 10)).toBe(zoe?.nir.slice(0, 10));
  });

  it('have files where, and only where, a supplier is tied to them', () => {
    const supplied = ({ affiliations }: Citizen) =>
      new Set(affiliations.map(({ fournisseur }) => fournisseur));
    for (const citizen of CITIZENS) {
      for (const supplier of Object.keys(citizen.files(calendar))) {
        expect(supplied(citizen), citizen.login).toContain(supplier);
      }
    }
  });

  it('let the main person have a right in each of the six domains', () => {
    const camille = CITIZENS[0];
    const files = camille?.files(calendar);
    expect(files?.cnam?.droits.droits_ouverts).toBe(true);
    expect(files?.cnaf?.famille?.prestations.length).toBeGreaterThan(0);
    expect(files?.cnaf?.logement?.prestations.length).toBeGreaterThan(0);
    expect(files?.departement?.est_beneficiaire).toBe(true);
    expect(files?.['info-retraite']?.regimes.length).toBeGreaterThan(0);
    expect(files?.['france-travail']?.paiements.length).toBeGreaterThan(0);
  });

  it('are listed for a launcher with what one must type', () => {
    const [first] = signInChoices();
    expect(first).toMatchObject({
      login: 'camille',
      name: 'Camille EXEMPLE',
      nir: '2 91 03 69 990 991 86',
    });
    expect(first?.who).toContain('six domaines');
  });
});

describe('dates in the files', () => {
  const days = (value: unknown): string[] =>
    typeof value === 'string'
      ? /^\d{4}-\d\d-\d\d$/.test(value)
        ? [value]
        : []
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(days)
        : [];
  const dueDays = (value: unknown): string[] =>
    JSON.stringify(value).match(/(?<="avant_le":")\d{4}-\d\d-\d\d/g) ?? [];

  it.each(['2026-11-22T09:30:00Z', '2028-02-29T23:30:00Z', '2031-12-31T23:59:00Z'])(
    'are true days, and nothing asked for is overdue, at %s',
    (now) => {
      const then = new Calendar(new Date(now));
      for (const { files } of CITIZENS) {
        const written = files(then);
        for (const day of days(written)) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        for (const due of dueDays(written)) expect(due >= then.day(0)).toBe(true);
      }
    },
  );

  it('turn over at midnight in Paris', () => {
    expect(new Calendar(new Date('2026-11-21T23:30:00Z')).day(0)).toBe('2026-11-22');
    expect(new Calendar(new Date('2026-06-30T22:30:00Z')).monthStart(0)).toBe('2026-07-01');
  });

  it('never write a day that a short month has not', () => {
    const march = new Calendar(new Date('2027-03-31T12:00:00Z'));
    expect(march.monthDay(-1, 30)).toBe('2027-02-28');
    expect(march.monthStart(-1)).toBe('2027-02-01');
    expect(march.monthEnd(-1)).toBe('2027-02-28');
  });

  it('give some news that has expired, and some for one scheme alone', () => {
    const news = SUPPLIERS.flatMap(({ resources }) =>
      Object.values(resources).flatMap((resource) => resource.news?.(calendar) ?? []),
    );
    expect(news.some(({ date_fin }) => date_fin < calendar.day(0))).toBe(true);
    expect(news.some(({ regimes }) => regimes?.length === 1)).toBe(true);
    expect(new Set(news.map(({ id }) => id)).size).toBe(news.length);
  });
});
