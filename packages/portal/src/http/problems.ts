/** Refusals as problem details (RFC 9457), in the language that was asked. */
import { PROBLEMS, problem, type ProblemCode, type ProblemLocale } from '@mds-kit/contract/problems';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PortalEnv } from './environment.ts';

/** French unless another language that we have is preferred (RFC 9110 §12.5.4). */
export function localeOf(acceptLanguage: string | undefined): ProblemLocale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1])
        .find((q) => q !== undefined);
      return { tag: tag.trim(), quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const { tag } of wanted) {
    if (tag === 'fr-x-falc') return 'fr-x-falc';
    if (tag === 'fr' || tag.startsWith('fr-')) return 'fr';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'fr';
}

interface ProblemOptions {
  /** When an announced maintenance ends. */
  readonly until?: Date;
  /** Seconds after which to try again. */
  readonly retryAfter?: number;
}

export function answerProblem(
  c: Context<PortalEnv>,
  code: ProblemCode,
  { until, retryAfter }: ProblemOptions = {},
): Response {
  const locale = localeOf(c.req.header('accept-language'));
  c.set('problem', code);
  if (retryAfter !== undefined) c.header('retry-after', String(retryAfter));
  c.header('content-language', locale);
  // Beside what stands there already, such as Origin.
  c.header('vary', [c.env.outgoing.getHeader('vary') ?? [], 'accept-language'].flat().join(', '));
  const status = PROBLEMS[code].status satisfies number as ContentfulStatusCode;
  return c.json(problem(code, locale, until?.toISOString()), status, {
    'content-type': 'application/problem+json',
  });
}
