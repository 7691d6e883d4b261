import { MEASURES } from '@mds-kit/contract/salaries';
import type { Measure } from '@mds-kit/contract/salaries';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { msg } from '../locale/msg.ts';
import { measureName } from './words.ts';

interface Tools {
  readonly measure: Measure;
  /** What that is, as soon as the words are there. */
  readonly meaning: string | undefined;
  /** The table is on screen. */
  readonly table: boolean;
  readonly choose: (measure: Measure) => void;
  readonly toggle: () => void;
  readonly download: () => void;
}

/** Which measure is shown, and what it means; the table, and the file. */
export function drawTools({ measure, meaning, table, choose, toggle, download }: Tools): TemplateResult {
  return html`<div class="tools">
      <fieldset class="measures">
        <legend class="hidden">${msg('Montant affiché')}</legend>
        ${MEASURES.map(
          (name) =>
            html`<label
              ><input
                type="radio"
                name="measure"
                value=${name}
                .checked=${name === measure}
                @change=${() => choose(name)}
                aria-describedby="meaning"
              /><span>${measureName(name)}</span></label
            >`,
        )}
      </fieldset>
      <div class="buttons">
        <button class="second toggle" aria-expanded=${table} aria-controls="table" @click=${toggle}>
          ${table ? msg('Masquer le tableau') : msg('Voir le tableau')}
        </button>
        <button class="second download" @click=${download}>
          ${msg('Télécharger')}<span class="hidden"> (CSV)</span>
        </button>
      </div>
    </div>
    <p id="meaning" class="quiet meaning">${meaning} ${msg('Montants en euros.')}</p>`;
}
