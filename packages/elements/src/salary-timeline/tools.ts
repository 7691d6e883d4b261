import { MEASURES } from '@mds-kit/contract/salaries';
import type { Measure } from '@mds-kit/contract/salaries';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { msg } from '../locale/msg.ts';
import { measureMeaning, measureName } from './words.ts';

interface Tools {
  readonly measure: Measure;
  /** The table is on screen. */
  readonly table: boolean;
  readonly choose: (measure: Measure) => void;
  readonly toggle: () => void;
  readonly download: () => void;
}

/** Which measure is shown, and what it means as soon as it is chosen; the table, and the file. */
export function drawTools({ measure, table, choose, toggle, download }: Tools): TemplateResult {
  const change = ({ target }: Event) => {
    const chosen = MEASURES.find((name) => target instanceof HTMLInputElement && name === target.value);
    if (chosen) choose(chosen);
  };
  return html`<div class="tools">
      <fieldset class="measures" @change=${change}>
        <legend class="hidden">${msg('Montant affiché')}</legend>
        ${MEASURES.map(
          (name) =>
            html`<label
              ><input
                type="radio"
                name="measure"
                value=${name}
                .checked=${name === measure}
                aria-describedby="meaning"
              /><span>${measureName(name)}</span></label
            >`,
        )}
      </fieldset>
      <div class="buttons">
        <button
          class="second toggle"
          aria-expanded=${table ? 'true' : 'false'}
          aria-controls="table"
          @click=${toggle}
        >
          ${table ? msg('Masquer le tableau') : msg('Voir le tableau')}
        </button>
        <button class="second download" @click=${download}>
          ${msg('Télécharger')}<span class="hidden"> (CSV)</span>
        </button>
      </div>
    </div>
    <p id="meaning" class="quiet meaning">${measureMeaning(measure)} ${msg('Montants en euros.')}</p>`;
}
