import { msg, str } from '../locale/msg.ts';
import type { DomainRights, MissingReason } from '@mds-kit/contract/rights';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import { schemeName } from '../locale/words/schemes.ts';
import { silent, slash } from '../parts/state-icons.ts';

/** Who is not heard here, and why; each said as a silence of theirs, never as an absence of right. */
export function reasons({ missing, notCovered, organisations }: DomainRights): TemplateResult[] {
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.name ?? id;
  return [
    ...missing.map(({ organisation, why }) =>
      notice('wait', organisation === null ? unknown() : whySilent(nameOf(organisation), why)),
    ),
    ...notCovered.map(({ organisation, scheme }) =>
      notice(
        'none',
        msg(
          str`${schemeName(scheme)} ne transmet pas encore ces informations. Demandez-les à\u00a0: ${nameOf(organisation)}.`,
        ),
      ),
    ),
  ];
}

function notice(tone: 'wait' | 'none', text: string): TemplateResult {
  return html`<p class="notice ${tone}">${icon(tone === 'wait' ? silent : slash)}<span>${text}</span></p>`;
}

const unknown = () =>
  msg(
    'Nous ne savons pas, pour l’instant, quels organismes vous suivent. Vos droits ne changent pas. Réessayez dans quelques minutes.',
  );

function whySilent(name: string, why: MissingReason): string {
  switch (why) {
    case 'timeout':
      return msg(str`${name} n’a pas répondu à temps. Vos droits ne changent pas.`);
    case 'unavailable':
      return msg(str`${name} ne peut pas répondre pour l’instant. Vos droits ne changent pas.`);
    case 'unauthorised':
      return msg(
        str`${name} n’a pas accepté notre demande. Vos droits ne changent pas, et vous n’avez rien à faire.`,
      );
  }
}
