import type { Adult as AdultWords, Household } from '@mds-kit/contract/household';
import { birth, yearsOld, type MonthIndex } from '../calendar.ts';
import { EARLIEST_PENSION_AGE } from '../tariff/general.parameters.ts';
import type { FactPath } from '../unknown/because.ts';
import type { Child } from './child.ts';
import { Received } from './received.ts';

/*
 * Benefits that nobody can have received, by what is known of them already: they are not asked for. What the household
 * says goes first, whatever else it says.
 */

/**
 * ASS asks for five years of work, and nobody works before 16; it ends with a full pension, at 67 (Code du travail,
 * art. R5423-1, L4153-1 and L5421-4). A year later nobody had it in the year before.
 */
const ASS_AGES = { from: 21, below: 68 };

export type OfAdult = Readonly<Record<keyof NonNullable<AdultWords['received']>, Received>>;

/** What one adult received; where another fact would rule it out, that one is asked first. */
export function receivedByAdult(words: AdultWords, path: FactPath, now: MonthIndex): OfAdult {
  const { disability, incomes = {}, birthDate, workedFiveOfLastTenYears } = words;
  const received = (benefit: keyof OfAdult, never: boolean, before?: FactPath) =>
    new Received(
      words.received?.[benefit] ?? (never ? [] : undefined),
      before ?? `${path}.received.${benefit}`,
    );
  const toldOf = disability === undefined ? `${path}.disability.incapacityRate` : undefined;
  const aah = received('aah', disability === 'none', toldOf);
  // Beside a disability pension or a pension that began early (CSS, art. L815-24).
  const pensions = ['disabilityPension', 'pension'] as const;
  const unsaid = pensions.find((kind) => incomes[kind] === undefined);
  const withoutPension = pensions.every((kind) => incomes[kind] === 'none');
  const asi = received('asi', withoutPension, unsaid && `${path}.incomes.${unsaid}`);
  // Beside one of both (CSS, art. L821-1-2).
  const unknown = [aah, asi].find((one) => !one.known);
  const mva = received('mva', aah.never && asi.never, unknown?.path);
  const age = birthDate === undefined ? ASS_AGES.from : yearsOld(birth(birthDate), now);
  const ofAge = age >= ASS_AGES.from && age < ASS_AGES.below;
  return { aah, asi, mva, ass: received('ass', !ofAge || workedFiveOfLastTenYears === false) };
}

export type OfHousehold = Readonly<Record<keyof NonNullable<Household['received']>, Received>>;

interface Home {
  readonly month: MonthIndex;
  /** undefined: not known, or not known of all children. */
  readonly children: readonly Child[] | undefined;
  /** Of all the adults; undefined: not known. */
  readonly ages: readonly number[] | undefined;
}

/**
 * What the household received. Where no child lives no family benefit came in the year before: of a child who left since
 * nobody is asked.
 */
export function receivedByHousehold(
  words: Household['received'] = {},
  { month, children, ages }: Home,
): OfHousehold {
  const received = (benefit: keyof OfHousehold, never = false) =>
    new Received(words[benefit] ?? (never ? [] : undefined), `received.${benefit}`);
  const childless = children?.length === 0;
  const young = ages?.every((age) => age < EARLIEST_PENSION_AGE);
  // While a child is under three (CSS, art. L531-3).
  const grown = children?.every((child) => child.ageReached(month - 12) >= 3) ?? false;
  return {
    rsa: received('rsa'),
    aspa: received('aspa', young),
    af: received('af', childless),
    cf: received('cf', childless),
    asf: received('asf', childless),
    pajeBase: received('pajeBase', grown),
    aeeh: received('aeeh', childless),
    housingAid: received('housingAid'),
    ppa: received('ppa'),
  };
}
