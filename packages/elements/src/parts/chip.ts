import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { Shape } from '../icons.ts';

/** Fine, waiting, wrong, nothing: a colour never stands without its word and its icon (RGAA 3.1). */
export type Tone = 'good' | 'wait' | 'bad' | 'none';

export interface Chip {
  readonly tone: Tone;
  readonly shape: Shape;
  readonly word: string;
}

export function chip({ tone, shape, word }: Chip): TemplateResult {
  return html`<span class="chip ${tone}" part="chip">${icon(shape)}${word}</span>`;
}
