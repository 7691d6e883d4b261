/** Adding a partner to the registry's file: checked whole before a byte is written, comments and all kept. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { isSeq, parseDocument } from 'yaml';
import { newcomerFaults, parsePartners, type Partner, type PartnerFileOptions } from './partner-file.ts';

/** Who cannot be registered as they are; a line for each reason. */
export class NewcomerError extends Error {
  override readonly name = 'NewcomerError';
}

/**
 * Appends a partner to the text of a registry.
 *
 * @throws PartnerFileError naming the line, when the registry is not valid as it is
 * @throws NewcomerError when the partner cannot be in it
 */
export function withPartner(text: string, partner: Partner, options: PartnerFileOptions): string {
  const faults = newcomerFaults(partner, parsePartners(text, options), options.sandbox);
  if (faults.length > 0) throw new NewcomerError(faults.join('\n'));
  const document = parseDocument(text);
  const list = document.get('partners');
  if (isSeq(list)) {
    const node = document.createNode(partner);
    node.spaceBefore = true;
    list.add(node);
  }
  const written = document.toString({ lineWidth: 110, flowCollectionPadding: false });
  parsePartners(written, options);
  return written;
}

/** The same, in the file: a portal that is running takes it over by itself. */
export async function addPartner(partner: Partner, options: PartnerFileOptions): Promise<void> {
  const draft = `${options.file}.${randomUUID()}`;
  await writeFile(draft, withPartner(await readFile(options.file, 'utf8'), partner, options));
  await rename(draft, options.file);
}

/** A file of the kit, as a page names it. */
export interface PinnedFile {
  readonly url: string;
  readonly integrity: string;
}

export interface ToPaste {
  readonly script: PinnedFile;
  /** Keeps the tags' place while the script is on its way. */
  readonly style: PinnedFile;
  readonly portalOrigin: string;
}

/** The lines that a partner pastes, for its first return address. */
export function tagToPaste(
  partner: Pick<Partner, 'id' | 'returns'> & Partial<Partner>,
  { script, style, portalOrigin }: ToPaste,
): string {
  const [first] = partner.returns;
  return `<link rel="stylesheet" href="${style.url}" integrity="${style.integrity}" crossorigin="anonymous">
<script type="module" src="${script.url}" integrity="${script.integrity}" crossorigin="anonymous" data-partner="${partner.id}" data-return="${first?.id ?? ''}"></script>

<mds-rights-overview lang="fr" heading-level="2">
  <p>Vos droits sociaux au même endroit&nbsp;: <a href="${portalOrigin}/">ouvrir le portail</a></p>
</mds-rights-overview>`;
}
