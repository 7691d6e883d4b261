import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** The lines of an icon: one path on a grid of 24, drawn with one weight. */
export type Shape = string;

/** Always beside a word, hence hidden from assistive technology (RGAA 1.2). */
export function icon(shape: Shape): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${shape} /></svg>`;
}

export const domainShapes = {
  health: 'M12 20s-7-4.5-7-10a4 4 0 0 1 7-2.5A4 4 0 0 1 19 10c0 5.5-7 10-7 10z',
  family:
    'M5 7a3 3 0 1 0 6 0 3 3 0 1 0-6 0M15 9a2 2 0 1 0 4 0 2 2 0 1 0-4 0M2.5 20c0-4 2.5-6 5.5-6s5.5 2 5.5 6M15 20c0-3 1-4.5 2.5-4.5S21 17 21 20',
  housing: 'M3 11l9-7 9 7M5.5 10v10h13V10M10 20v-6h4v6',
  solidarity: 'M4 12c2-3 5-3 8 0s6 3 8 0M4 17c2-3 5-3 8 0s6 3 8 0M4 7c2-3 5-3 8 0s6 3 8 0',
  retirement: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M12 7v5l4 2',
  employment: 'M5 8h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2M9 8V5h6v3M3 13h18',
};

export const check: Shape = 'm5 13 4.5 4.5L19 7.5';
export const down: Shape = 'm6 9 6 6 6-6';
