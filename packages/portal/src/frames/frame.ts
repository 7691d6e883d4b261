/**
 * Script of a visible frame document: one widget, which asks the page's controller frame for its data, and tells the
 * page around it no more than that it is ready, how high it is, and whether it was opened or closed.
 */
import { createChannelClient } from '@mds-kit/client/channel-client';
import { FrameInit, ShellMessage, type FrameMessage } from '@mds-kit/contract/embedding';
import { providePortal } from '@mds-kit/elements/portal-context';
import { linkToController } from './controller-link.ts';
import { readDocumentMeta } from './document-meta.ts';
import { firstMessage } from './first-message.ts';
import { reportSize } from './frame-size.ts';
import { signingOutTo } from './sign-out.ts';
import { applySurroundings } from './surroundings.ts';
import { isTag, newWidget } from './widgets.ts';

const meta = readDocumentMeta(document);
const { tag } = meta;

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
    applySurroundings(widget, tag, message);
    document.body.append(widget);
    await widget.updateComplete;
    widget.addEventListener('mds-toggle', ({ open }) => tell({ type: 'toggle', open }));
    port.onmessage = ({ data }) => {
      const update = ShellMessage.safeParse(data).data;
      if (update?.type === 'update') applySurroundings(widget, tag, update);
    };
    reportSize(widget, (height) => tell({ type: 'resize', height }));
    tell({ type: 'ready' });
  } catch {
    tell({ type: 'failed', code: 'unavailable' });
  }
}

void show();
