/**
 * Script of a visible frame document: one widget, which asks the page's controller frame for its data, and tells the
 * page around it no more than that it is ready, how high it is, whether it was opened or closed, and that the person says
 * that a salary is wrong.
 */
import { createChannelClient } from '@mds-kit/client/channel-client';
import type { ChannelPortalClient } from '@mds-kit/client/portal-client';
import { FrameInit, ShellMessage, type FrameMessage } from '@mds-kit/contract/embedding';
import { frameTitle } from '@mds-kit/contract/frame-titles';
import { providePortal } from '@mds-kit/elements/portal-context';
import { attributeFaults, isBlank } from './attribute-faults.ts';
import { linkToController } from './controller-link.ts';
import { readDocumentMeta } from './document-meta.ts';
import { firstMessage } from './first-message.ts';
import { reportSize } from './frame-size.ts';
import { paced } from './paced.ts';
import { signingOutTo } from './sign-out.ts';
import { applySurroundings, type Surroundings } from './surroundings.ts';
import { veilWithSession } from './veil.ts';
import { isTag, newWidget } from './widgets.ts';

const meta = readDocumentMeta(document);
const { tag } = meta;

/** How long the controller may take to tell that the session has ended, ms. */
const TOLD_WITHIN = 2_000;

/** The controller sees it too, and tells all frames, which then ask again. */
const changeOf = (client: ChannelPortalClient) =>
  new Promise<void>((resolve) => {
    const told = () => {
      deaf();
      clearTimeout(timer);
      resolve();
    };
    const deaf = client.onSessionChange(told);
    const timer = setTimeout(told, TOLD_WITHIN);
  });

async function show(): Promise<void> {
  if (!isTag(tag)) return;
  // Asked for before the page has said a word: both take their time.
  const client = createChannelClient({ baseUrl: location.origin, portalUrl: meta.portalOrigin });
  linkToController(client, meta.partner);
  const coming = newWidget(tag);
  coming.catch(() => undefined);

  const { message, port } = await firstMessage(FrameInit, meta);
  const tell = (word: FrameMessage) => port.postMessage(word);
  try {
    if (message.tag !== tag) throw new Error('The page and the server name different tags');
    const widget = await coming;
    providePortal(signingOutTo(meta.portalOrigin, client));
    const advised = new Set<string>();
    const adapt = (surroundings: Surroundings) => {
      applySurroundings(widget, surroundings);
      for (const fault of attributeFaults(tag, widget)) {
        if (!advised.has(fault)) console.error(fault);
        advised.add(fault);
      }
      const domain = widget.getAttribute('domain') ?? undefined;
      document.title = frameTitle(tag, document.documentElement.lang, domain);
      tell({ type: 'title', title: document.title });
    };
    adapt(message);
    document.body.append(widget);
    await widget.updateComplete;
    // After the widget has asked: what is told once, such as a refused sign-in, is for the person.
    veilWithSession({ client, ended: () => changeOf(client) });
    widget.addEventListener('mds-toggle', ({ open }) => tell({ type: 'toggle', open }));
    widget.addEventListener('mds-report-salary', () => tell({ type: 'report-salary' }));
    let blank: boolean | undefined;
    /** A frame with nothing in it leaves its place to what the page has there, until the page has mended the tag. */
    const tellWhetherReady = () => {
      const now = isBlank(tag, widget);
      if (now === blank) return;
      blank = now;
      tell(blank ? { type: 'failed', code: 'unavailable' } : { type: 'ready' });
    };
    port.onmessage = paced((data) => {
      const update = ShellMessage.safeParse(data).data;
      if (update?.type !== 'update') return;
      adapt(update);
      tellWhetherReady();
    });
    reportSize(widget, (height) => tell({ type: 'resize', height }));
    tellWhetherReady();
  } catch {
    tell({ type: 'failed', code: 'unavailable' });
  }
}

void show();
