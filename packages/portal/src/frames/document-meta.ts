/**
 * What the server tells the script of a frame document, as `<meta name content>` in its head: from here, not from
 * the address, which the partner's page chooses.
 *
 * | name | content | in |
 * |---|---|---|
 * | `mds-partner` | the partner's id | every frame document |
 * | `mds-partner-origins` | the partner's registered origins, separated by spaces, as browsers write them | every one |
 * | `mds-portal-origin` | origin of the portal's own pages, where people sign in, sign out and leave from | every one |
 * | `mds-tag` | the tag that this document shows, such as `mds-rights-bubble` | visible frames |
 *
 * The origin of the widgets is the document's own; its version is that of the script's address.
 */
export const META = {
  partner: 'mds-partner',
  partnerOrigins: 'mds-partner-origins',
  portalOrigin: 'mds-portal-origin',
  tag: 'mds-tag',
} as const;

export interface DocumentMeta {
  readonly partner: string;
  /** Who may speak to this document: nobody else's message is heard. */
  readonly partnerOrigins: readonly string[];
  readonly portalOrigin: string;
  /** Empty in the controller's document. */
  readonly tag: string;
}

export function readDocumentMeta(document: Document): DocumentMeta {
  const content = (name: string) =>
    document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content.trim() ?? '';
  return {
    partner: content(META.partner),
    partnerOrigins: content(META.partnerOrigins).split(/\s+/),
    portalOrigin: content(META.portalOrigin),
    tag: content(META.tag),
  };
}
