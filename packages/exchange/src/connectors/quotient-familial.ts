/**
 * Who lives in a household as its Caf or MSA has it: API Particulier v3, `/v3/dss/quotient_familial`. Of what it tells, names
 * serve to find the person among the claimants and go no further; first names of children and the address are not read
 * (GDPR art. 5.1.c). `logement` is ours, and so is `date_situation`.
 */
import type { Housing } from '@mds-kit/contract/household';
import { z } from 'zod';
import type { Person } from '../person.ts';
import { SituationInstant } from './additions.ts';
import { Cents, Day } from './wire.ts';

/** What both funds answer, below their base address. */
export const QUOTIENT_PATH = '/v3/dss/quotient_familial';

/** A family's own file, with nobody's name. */
export type FamilyFile = {
  /** ISO instant of the data, when the fund tells it. */
  asOf: string | null;
  /** null: the person is alone in the file. */
  partner: { birthDate: string } | null;
  /** From the eldest on. */
  children: readonly { birthDate: string }[];
  quotient: { cents: number; month: string } | null;
  housing: Housing | null;
};

const OCCUPANCY = {
  locataire_hlm: 'tenant-social',
  locataire_vide: 'tenant-unfurnished',
  locataire_meuble: 'tenant-furnished',
  proprietaire: 'owner',
  accedant: 'first-time-owner-loan',
  heberge: 'hosted-free',
} as const satisfies Record<string, NonNullable<Housing['occupancy']>>;

const Claimant = z.object({ nom_naissance: z.string().max(200), date_naissance: Day });

const Answer = z.object({
  date_situation: SituationInstant.nullish(),
  allocataires: z.array(Claimant).min(1).max(2),
  enfants: z.array(z.object({ date_naissance: Day })).max(20),
  quotient_familial: z
    .object({
      valeur: z.int().min(0).max(1_000_000),
      annee: z.int().min(2000).max(2199),
      mois: z.int().min(1).max(12),
    })
    .nullish(),
  logement: z
    .object({
      statut_occupation: z.enum(Object.keys(OCCUPANCY) as (keyof typeof OCCUPANCY)[]).nullish(),
      code_cog_insee_commune: z
        .string()
        .regex(/^(\d{2}|2[AB])\d{3}$/)
        .nullish(),
      loyer_hors_charges: Cents.nullish(),
    })
    .nullish(),
});
type Answer = z.infer<typeof Answer>;

/** Accents, hyphens and case are written differently from one file to the next. */
const plain = (name: string) => name.normalize('NFD').replaceAll(/\P{L}/gu, '').toUpperCase();

/** @throws on anything that does not fit, and on a file in which the person does not stand: it is somebody else's */
export function readFamilyFile(data: unknown, { birthName, birthDate }: Person): FamilyFile {
  const { date_situation, allocataires, enfants, quotient_familial: quotient, logement } = Answer.parse(data);
  const own = allocataires.findIndex(
    ({ nom_naissance, date_naissance }) =>
      plain(nom_naissance) === plain(birthName) && isSameDay(birthDate, date_naissance),
  );
  if (own < 0) throw new TypeError('a file of other people');
  const other = allocataires[1 - own];
  return {
    asOf: date_situation ?? null,
    partner: other ? { birthDate: other.date_naissance } : null,
    children: enfants
      .map(({ date_naissance }) => ({ birthDate: date_naissance }))
      .toSorted((one, another) => one.birthDate.localeCompare(another.birthDate)),
    quotient: quotient
      ? {
          cents: quotient.valeur * 100,
          month: `${String(quotient.annee)}-${String(quotient.mois).padStart(2, '0')}`,
        }
      : null,
    housing: housingOf(logement),
  };
}

/** INSEE gives unknown days and months as `00`, where a fund has had to write some day. */
const isSameDay = (certified: string, told: string): boolean =>
  certified.split('-').every((part, index) => part === '00' || part === told.split('-')[index]);

function housingOf(told: Answer['logement']): Housing | null {
  if (!told) return null;
  const { statut_occupation: occupancy, code_cog_insee_commune: commune, loyer_hors_charges: rent } = told;
  const housing: Housing = {
    ...(occupancy && { occupancy: OCCUPANCY[occupancy] }),
    ...(typeof commune === 'string' && { commune }),
    ...(typeof rent === 'number' && { rent }),
  };
  return Object.keys(housing).length > 0 ? housing : null;
}
