/**
 * The script that a partner's page loads: the tags of the kit, each as a frame of the portal. It holds no data, and
 * nothing that it exchanges with the frames says anything about the person.
 */
import { TAG_NAMES } from '@mds-kit/contract/tags';
import { takeHandover } from './address.ts';
import { controllerFrame } from './controller-frame.ts';
import { defineTags } from './define.ts';
import { type Page, settingsOf } from './page.ts';
import { quietly } from './quietly.ts';
import { langOf } from './surroundings.ts';

function start(): void {
  const script = import.meta.url;
  const { partner, return: returnId, ticketUrl } = settingsOf(script);
  if (!partner) return;
  // A copy that comes second has no tags, hence no use for the code: it leaves the address to the first.
  const handover = TAG_NAMES.some((tag) => !customElements.get(tag)) ? takeHandover() : undefined;
  const { origin } = new URL(script);
  const patience = 10_000;
  const url: Page['url'] = (name, lang) =>
    `${origin}/embed/${name}?${new URLSearchParams({ partner, lang }).toString()}`;
  const controller = controllerFrame({ origin, url, patience }, handover, returnId, ticketUrl);
  const version = /\/kit\/([^/]+)\//.exec(script)?.[1] ?? '0.1.0';
  defineTags({ origin, url, version, patience, controller });
  if (handover) controller(langOf(document.documentElement));
}

// Under Node there is no page to work for: importing does nothing.
if (globalThis.customElements as CustomElementRegistry | undefined) quietly(start)();
