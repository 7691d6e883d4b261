/**
 * What a reader of deposits must cope with, by name: each scenario has people and firms of its own, so that all of
 * them can stand in one database.
 */
import type { Month } from './months.ts';
import { corrections } from './scenarios/corrections.ts';
import { files } from './scenarios/files.ts';
import { Cast, SCENARIO_NAMES, type Scenario, type ScenarioName, type Tell } from './scenarios/scenario.ts';
import { work } from './scenarios/work.ts';

export { SCENARIO_NAMES, type Scenario, type ScenarioName } from './scenarios/scenario.ts';

const TELL: Readonly<Record<ScenarioName, Tell>> = { ...work, ...corrections, ...files };

/** @param last the last month that is declared in it (`turn-of-the-year` has months of its own) */
export function scenario(name: ScenarioName, last: Month): Scenario {
  const cast = new Cast(name, last);
  const { about, people = 1, firms = 1, files: told } = TELL[name](cast);
  return {
    name,
    about,
    nirs: Array.from({ length: people }, (_, index) => cast.nir(index)),
    sirets: Array.from({ length: firms }, (_, index) => cast.siret(index)),
    files: told,
  };
}

export const allScenarios = (last: Month): Scenario[] => SCENARIO_NAMES.map((name) => scenario(name, last));
