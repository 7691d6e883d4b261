import { TAGS, reservedHeight } from '@mds-kit/contract/tags';
import type { Reserve, TagName } from '@mds-kit/contract/tags';
import { signedOut } from '@mds-kit/contract/fixtures/session';
import { expect } from '@open-wc/testing';
import './access-log/define.ts';
import './rights-overview/define.ts';
import './salary-timeline/define.ts';
import './sign-in/define.ts';
import { FakePortal } from './testing/fake-portal.ts';
import { mount, unmount } from './testing/mount.ts';

// What a shell keeps free before the frame is there must be what the element then takes, to the pixel, on both
// sides of every step: otherwise the page jumps once for everybody.
describe('the space that is reserved is the space that is taken', () => {
  afterEach(unmount);

  for (const tag of Object.keys(TAGS) as TagName[])
    it(tag, async () => {
      const element = await mount(tag, new FakePortal({ session: signedOut }), {
        attributes: { domain: 'family', contained: '' },
        width: 320,
      });
      const steps = (TAGS[tag].reserve as Reserve).flatMap(([from]) => (from > 0 ? [from - 1, from] : []));
      for (const width of [280, 320, ...steps, 1080, 1280]) {
        element.style.width = `${width}px`;
        expect(element.offsetHeight, `${width} px wide`).to.equal(reservedHeight(tag, width));
        expect(element.offsetHeight % 8, 'frames round up to 8 px').to.equal(0);
      }
    });
});
