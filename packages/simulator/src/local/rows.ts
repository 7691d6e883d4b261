import type { LocalBenefit, Territory } from './local-benefit.ts';

/** The territories that have benefits in the kit: a file each, loaded when somebody lives there. One more is one line more. */
const DESCRIBED: Readonly<Record<Territory['level'], string>> = {
  region: '01 02 03 04 11 24 27 28 32 44 52 53 75 76 84 93 94',
  departement: '01 06 07 11 13 17 22 23 28 29 33 40 52 53 54 56 59 60 62 70 75 83 87 93 973 974',
  epci:
    '200000628 200040715 200046977 200049187 200067932 242900314 243300316 243500139 243600327 244400404 ' +
    '246700488 248300543',
  commune: '06088 21425 33009 35236 44215 49092 56260 59350 69123 69266 75056 79062',
};

export const isDescribed = ({ level, code }: Territory): boolean =>
  DESCRIBED[level].split(' ').includes(code);

/** Every territory that is described, for tests and for whoever lists them. */
export const describedTerritories = (): Territory[] =>
  (Object.keys(DESCRIBED) as Territory['level'][]).flatMap((level) =>
    DESCRIBED[level].split(' ').map((code) => ({ level, code })),
  );

/** The benefits of one territory; rejects when its file cannot be loaded. */
export async function loadRows({ level, code }: Territory): Promise<readonly LocalBenefit[]> {
  const module = (await import(`./rows/${level}-${code}.ts`)) as { default: readonly LocalBenefit[] };
  return module.default;
}

/** When the rows were last read in their source; none of them was confirmed on the body's own page since. */
export const ROWS_AS_OF = '2026-08-19';
