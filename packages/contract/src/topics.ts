import * as z from 'zod/mini';
import { FreeText, Id, IsoDate } from './formats.ts';
import { Link, Scheme } from './organisations.ts';

/** Good to know (*à savoir*): comes from a fund, dated, for some schemes or (empty list) for all; gone once expired. */
export const Topic = z.object({
  id: Id,
  organisation: Id,
  title: FreeText,
  summary: z.nullable(FreeText),
  publishedOn: IsoDate,
  expiresOn: IsoDate,
  schemes: z.array(Scheme),
  link: z.nullable(Link),
});
export type Topic = z.infer<typeof Topic>;
