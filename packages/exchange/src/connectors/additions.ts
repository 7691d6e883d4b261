import { Instant } from '@mds-kit/contract/formats';
import { PROCEDURES, type ProcedureId } from '@mds-kit/contract/procedures';
import type { Scheme } from '@mds-kit/contract/organisations';
import { z } from 'zod';
import type { DueDate, Supplied, SuppliedTopic } from '../acquisition/envelope.ts';
import type { Reading, Resource } from './connector.ts';
import { Day } from './wire.ts';

/** What any supplier may add to its data: the instant it is of, due dates, news. Inventions in API Particulier's style. */

export const SCHEME_OF_REGIME = {
  general: 'general',
  agricole: 'agricultural',
  independant: 'self-employed',
  fonctionnaire: 'public-service',
} as const satisfies Record<string, Scheme>;

export const Regime = z
  .enum(['general', 'agricole', 'independant', 'fonctionnaire'])
  .transform((regime): Scheme => SCHEME_OF_REGIME[regime]);

/** The contract's form of an instant, and one that exists. */
export const SituationInstant = z
  .string()
  .refine((text) => Instant.safeParse(text).success && !Number.isNaN(Date.parse(text)));

const isProcedure = (id: string): id is ProcedureId => (PROCEDURES as readonly string[]).includes(id);

const Additions = z.object({
  date_situation: SituationInstant.nullish(),
  // A due date that cannot be read might be the one that costs the person a month: drift, not a gap.
  echeances: z
    .array(z.object({ demarche: z.string().max(64), avant_le: Day }))
    .max(50)
    .nullish(),
  actualites: z.array(z.unknown()).max(100).nullish(),
});

/** Cut after the last whole word that fits. */
function shortened(text: string, most: number): string {
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}

/** A fund's words, as text: no control or bidirectional override characters, and no longer than a bubble holds. */
const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(20_000)
    .transform((text) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim())
    .refine((text) => text.length > 0)
    .transform((text) => (text.length > most ? shortened(text, most) : text));

const TITLE = 160;
const SUMMARY = 600;

const Actualite = z.object({
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/),
  titre: words(TITLE),
  texte: words(SUMMARY).nullish(),
  langue: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
  date_publication: Day,
  date_fin: Day,
  regimes: z.array(Regime).nullish(),
  lien: z.string().max(64).nullish(),
});

/** News is not a right: a piece that cannot be read is left out, and takes nothing else with it. */
function topicOf(value: unknown, { today }: Reading): SuppliedTopic[] {
  const parsed = Actualite.safeParse(value);
  if (!parsed.success) return [];
  const { id, titre, texte, langue, date_publication, date_fin, regimes, lien } = parsed.data;
  if (date_fin < today || date_publication > today) return [];
  return [
    {
      id,
      title: { lang: langue, text: titre },
      summary: texte ? { lang: langue, text: texte } : null,
      publishedOn: date_publication,
      expiresOn: date_fin,
      schemes: [...new Set(regimes ?? [])],
      linkId: lien ?? null,
    },
  ];
}

/** Everything that one answer of a supplier says. @throws on schema drift */
export function readSupplied(resource: Resource, data: unknown, reading: Reading): Supplied {
  const additions = Additions.parse(data);
  const dueDates: DueDate[] = [];
  for (const { demarche, avant_le } of additions.echeances ?? [])
    if (isProcedure(demarche) && avant_le >= reading.today)
      dueDates.push({ procedure: demarche, dueBy: avant_le });
  return {
    asOf: additions.date_situation ?? null,
    rights: resource.rights(data, reading),
    dueDates,
    topics: (additions.actualites ?? []).flatMap((value) => topicOf(value, reading)),
  };
}
