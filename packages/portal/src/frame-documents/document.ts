/** Markup of frame documents: facts for the script in `<meta>`, the modules vouched for, an empty body. */
import type { TagName } from '@mds-kit/contract/tags';
import { html, raw } from 'hono/html';
import { META } from '../frames/document-meta.ts';
import type { KitVersion } from '../kit/kit-version.ts';
import type { Partner } from '../partners/partner-file.ts';

export interface FrameDocument {
  readonly kit: KitVersion;
  readonly entry: string;
  readonly title: string;
  readonly lang: string;
  readonly partner: Partner;
  readonly portalOrigin: string;
  /** Undefined in the controller's document. */
  readonly tag: TagName | undefined;
  /** Modules to fetch at once instead of one after the other. */
  readonly preload: readonly string[];
}

export function frameDocument(frame: FrameDocument) {
  const { kit, entry, title, lang, partner, portalOrigin, tag, preload } = frame;
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="${META.partner}" content="${partner.id}" />
        <meta name="${META.partnerOrigins}" content="${partner.origins.join(' ')}" />
        <meta name="${META.portalOrigin}" content="${portalOrigin}" />
        ${tag && html`<meta name="${META.tag}" content="${tag}" />`}
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/frame.css" />
        ${kitModules(kit, entry, preload)}
      </head>
      <body></body>
    </html>`;
}

/** The import map to the letter, since its hash stands in the policy; then the modules, each with its integrity. */
export function kitModules(kit: KitVersion, entry: string, preload: readonly string[]) {
  return html`${raw(`<script type="importmap">${kit.importMap(entry).text}</script>`)}
    ${preload.map((name) => html`<link rel="modulepreload" href="${kit.path(name)}" integrity="${kit.integrity(name)}" />`)}
    <script type="module" src="${kit.path(entry)}" integrity="${kit.integrity(entry)}"></script>`;
}

/** Seen by nobody but a developer: the shell shows the tag's own content instead. */
export function refusedFrame() {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>Site non enregistré</title>
      </head>
      <body>
        <p>Ce site n’est pas enregistré auprès du portail, ou son inscription est suspendue.</p>
      </body>
    </html>`;
}
