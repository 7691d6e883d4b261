import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** No `form-action`: Chromium applies it to the whole chain of redirects after a form, which ends at a partner. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'";

export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': PAGE_POLICY,
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

type Page = {
  title: string;
  /** The name in the head of the page. */
  site: string;
  /** What nobody may miss: that this is an imitation. */
  warning: string;
  main: Markup;
  scripts?: string[];
};

/** A whole page in French. Its style and scripts are files of the same origin: nothing inline. */
export function page({ title, site, warning, main, scripts = [] }: Page): Markup {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – ${site}</title>
        <link rel="stylesheet" href="/assets/page.css" />
        ${scripts.map((source) => html`<script src="${source}" defer></script>`)}
      </head>
      <body>
        <header>
          <p class="site">${site}</p>
          <p class="warning"><strong>Bac à sable.</strong> ${warning}</p>
        </header>
        <main>${main}</main>
      </body>
    </html>`;
}

export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1b1f24, #eceff3);
  --quiet: light-dark(#57606a, #a9b2bd);
  --page: light-dark(#f6f7f9, #14181d);
  --card: light-dark(#ffffff, #1d232a);
  --line: light-dark(#d5dae0, #39424d);
  --accent: light-dark(#2346a0, #9db8ff);
  --on-accent: light-dark(#ffffff, #0c1220);
  --wait: light-dark(#7a4b00, #f2c475);
  --wait-soft: light-dark(#fdf1dd, #3a2c12);
  --focus: light-dark(#0a76f6, #7db6ff);
}
*, *::before, *::after { box-sizing: border-box }
body { margin: 0; font: 1rem/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--text); background: var(--page) }
header, main { max-width: 64rem; margin: 0 auto; padding: clamp(12px, 3vw, 28px) }
header { padding-bottom: 0 }
.site { margin: 0 0 12px; font-size: 1.25rem; font-weight: 700 }
.warning { margin: 0; max-width: none; padding: 12px 16px; border-radius: 10px; color: var(--wait); background: var(--wait-soft) }
h1 { margin: 0 0 8px; font-size: 1.6rem; line-height: 1.25 }
h2 { margin: 28px 0 8px; font-size: 1.1rem; line-height: 1.25 }
p { margin: 0 0 16px; max-width: 65ch }
a { color: var(--accent); text-underline-offset: .2em }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
.quiet { color: var(--quiet); font-size: .9rem }
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 16px; margin: 0 0 28px; padding: 0; list-style: none }
.people li, .card { padding: 16px; border: 1px solid var(--line); border-radius: 10px; background: var(--card) }
.people li { display: flex; flex-direction: column; gap: 8px }
.people p { margin: 0 }
.people p:nth-last-child(1) { margin-top: auto }
.nir { font-variant-numeric: tabular-nums; white-space: nowrap }
button { font: inherit; font-weight: 600; min-height: 44px; padding: .5em 1em; border: 1px solid var(--accent); border-radius: 8px; color: var(--on-accent); background: var(--accent); cursor: pointer; overflow-wrap: anywhere }
button.second { color: var(--accent); background: transparent }
.people button { width: 100%; text-align: start }
.actions { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 24px }
dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: 8px 16px; margin: 0 }
dt { color: var(--quiet) }
dd { margin: 0; overflow-wrap: anywhere }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: 8px } .actions form, .actions button { width: 100% } }
@media (forced-colors: active) { .warning { border: 1px solid } }
`;
