import type { Salaries } from '@mds-kit/contract/salaries';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { list } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';

/** Who did not answer, and the way to ask again: what is shown may not be all. */
export function missing(
  { missing: gone }: Salaries,
  payerName: (id: string) => string,
  retry: TemplateResult,
): TemplateResult {
  const names = gone.flatMap(({ organisation }) => organisation ?? []).map(payerName);
  const who = names.length > 0 ? list(names) : msg('un organisme');
  return html`<div class="gone">
    <p>${msg(str`Pas de réponse pour l’instant\u00a0: ${who}. Il peut manquer des revenus.`)}</p>
    ${retry}
  </div>`;
}
