import { svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { html } from 'lit';

/** One line weight on a grid of 24, always beside a word, hence hidden from assistive technology (RGAA 1.2). */
export function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;
}

export const domainShapes = {
  health: svg`<path d="M12 20s-7-4.400-7-10a4 4 0 0 1 7-2.600A4 4 0 0 1 19 10c0 5.600-7 10-7 10z" />`,
  family: svg`<circle cx="8" cy="7" r="3" /><circle cx="17" cy="9" r="2.200" /><path d="M2.500 20c0-4 2.500-6 5.500-6s5.500 2 5.500 6M14.500 20c0-3 1-4.500 2.800-4.500S21 17 21 20" />`,
  housing: svg`<path d="M3 11.500 12 4l9 7.500M5.500 10v10h13V10M10 20v-6h4v6" />`,
  solidarity: svg`<path d="M4 12c2-3 5-3 8 0s6 3 8 0M4 17c2-3 5-3 8 0s6 3 8 0M4 7c2-3 5-3 8 0s6 3 8 0" />`,
  retirement: svg`<circle cx="12" cy="12" r="8.500" /><path d="M12 7v5l3.500 2" />`,
  employment: svg`<rect x="3" y="8" width="18" height="12" rx="2" /><path d="M9 8V5h6v3M3 13h18" />`,
};

export const shapes = {
  check: svg`<path d="m5 13 4.500 4.500L19 7.500" />`,
  hourglass: svg`<path d="M7 4h10M7 20h10M8 4c0 5 8 6 8 16M16 4c0 5-8 6-8 16" />`,
  half: svg`<circle cx="12" cy="12" r="8" /><path d="M12 4v16" />`,
  silent: svg`<path d="M12 4v9M12 18v.500" />`,
  minus: svg`<path d="M6 12h12" />`,
  slash: svg`<circle cx="12" cy="12" r="8" /><path d="m6.500 17.500 11-11" />`,
  lock: svg`<path d="M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3" />`,
  down: svg`<path d="m6 9 6 6 6-6" />`,
};
