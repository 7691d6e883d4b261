import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

/** One line weight on a grid of 24, always beside a word, hence hidden from assistive technology (RGAA 1.2). */
export function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;
}

export const domainShapes = {
  health: svg`<path d="M12 20s-7-4.4-7-10a4 4 0 0 1 7-2.6A4 4 0 0 1 19 10c0 5.6-7 10-7 10z" />`,
  family: svg`<circle cx="8" cy="7" r="3" /><circle cx="17" cy="9" r="2.2" /><path d="M2.5 20c0-4 2.5-6 5.5-6s5.5 2 5.5 6M14.5 20c0-3 1-4.5 2.800-4.5S21 17 21 20" />`,
  housing: svg`<path d="M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-6h4v6" />`,
  solidarity: svg`<path d="M4 12c2-3 5-3 8 0s6 3 8 0M4 17c2-3 5-3 8 0s6 3 8 0M4 7c2-3 5-3 8 0s6 3 8 0" />`,
  retirement: svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7v5l3.5 2" />`,
  employment: svg`<rect x="3" y="8" width="18" height="12" rx="2" /><path d="M9 8V5h6v3M3 13h18" />`,
};

// One constant each, so that a chunk holds only the shapes that it draws.
export const check = svg`<path d="m5 13 4.5 4.5L19 7.5" />`;
export const hourglass = svg`<path d="M7 4h10M7 20h10M8 4c0 5 8 6 8 16M16 4c0 5-8 6-8 16" />`;
export const half = svg`<circle cx="12" cy="12" r="8" /><path d="M12 4v16" />`;
export const silent = svg`<path d="M12 4v9M12 18v.5" />`;
export const minus = svg`<path d="M6 12h12" />`;
export const slash = svg`<circle cx="12" cy="12" r="8" /><path d="m6.5 17.5 11-11" />`;
export const lock = svg`<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />`;
export const down = svg`<path d="m6 9 6 6 6-6" />`;
