import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { msg } from '../locale/msg.ts';

/** Of each bar, in hundredths of the lane: nobody’s pay. */
const HEIGHTS = [58, 58, 58, 62, 62, 62, 62, 62, 84, 66, 66, 66];
const STEP = 100 / HEIGHTS.length;

/** What a lane shows beside plain months, in the months that it is about. */
interface Shown {
  readonly from: number;
  readonly until?: number;
  readonly kind: 'pay' | 'corrected' | 'none';
}

function rect(kind: string, column: number, height: number): TemplateResult {
  const percent = (share: number) => `${share.toFixed(2)}%`;
  return svg`<rect class=${kind} x=${percent((column + 0.1) * STEP)} width=${percent(STEP * 0.8)} y=${percent(100 - height)} height=${percent(height)} rx="3" />`;
}

function bars({ from, until = from, kind }: Shown, height: number, column: number): TemplateResult {
  if (column < from || column > until) return rect('plain', column, height);
  if (kind === 'none') return rect('unsaid', column, height);
  return svg`${rect('shown', column, height)}${kind === 'corrected' ? rect('former', column, height + 22) : ''}`;
}

/** Drawn as the chart draws it, without a figure: the text beside says all of it (RGAA 1.2). */
const sample = (shown: Shown): TemplateResult =>
  html`<svg class="sample" aria-hidden="true">
    ${HEIGHTS.map((height, column) => bars(shown, height, column))}
  </svg>`;

const promise = (title: string, words: string, shown: Shown): TemplateResult =>
  html`<li>
    <p><b>${title}</b><span class="block">${words}</span></p>
    ${sample(shown)}
  </li>`;

/** What somebody who signs in will see, in the place where it will be. */
export function invitation(): TemplateResult {
  return html`<ul class="invitation">
    ${promise(
      msg('Douze mois, contrat par contrat'),
      msg('Net social, net payé, net imposable et brut, tels que vos employeurs les ont déclarés.'),
      { kind: 'pay', from: 0, until: HEIGHTS.length },
    )}
    ${promise(
      msg('Ce qui a été corrigé depuis'),
      msg('L’ancien montant, le nouveau, et le jour où il a changé.'),
      {
        kind: 'corrected',
        from: 6,
      },
    )}
    ${promise(
      msg('Ce qui manque, ou qui est faux'),
      msg(
        'Un mois non déclaré ne compte pas pour zéro. Et si un montant est faux, vous saurez qui peut le corriger.',
      ),
      { kind: 'none', from: 4 },
    )}
  </ul>`;
}
