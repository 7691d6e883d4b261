/** Why the NIR page is shown once more. Told by the answer to the form, said by the page after it. */
import { z } from 'zod';

const Fault = z.enum([
  'empty',
  'characters',
  'key-missing',
  'too-long',
  'sex',
  'month',
  'place',
  'order',
  'key',
]);

/** There is no use in showing the form: a page of its own says why, whom to call, and the way on. */
const NirStop = z.object({ kind: z.enum(['too-many-tries', 'certification-unavailable']) });
export type NirStop = z.infer<typeof NirStop>;

/** `refused`: the registry did not certify; the words are the same whatever its reason. */
export const NirTrouble = z.union([
  z.object({ kind: z.literal('fault'), fault: Fault }),
  z.object({ kind: z.literal('fault'), fault: z.literal('length'), length: z.number() }),
  z.object({
    kind: z.literal('doubt'),
    mismatches: z.array(z.enum(['sex', 'year', 'month', 'country'])).readonly(),
  }),
  z.object({ kind: z.literal('refused') }),
  NirStop,
]);
export type NirTrouble = z.infer<typeof NirTrouble>;

/** What is said beside the form. */
export type NirFormTrouble = Exclude<NirTrouble, NirStop>;

export const isStop = (trouble: NirTrouble): trouble is NirStop => NirStop.safeParse(trouble).success;
