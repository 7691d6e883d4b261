import { TAG_NAMES, type TagName } from '@mds-kit/contract/tags';
import type { Page } from './page.ts';
import { quietly } from './quietly.ts';
import { mount } from './shell.ts';
import { langOf } from './surroundings.ts';

/** One warning a page, whichever copy of the kit gives it: the mark stands where every copy can see it. */
const WARNED = Symbol.for('mds-kit.warned');

/** The element of a tag: nothing but its frame, and its own content while there is none. */
function shellOf(tag: TagName, page: Page): CustomElementConstructor {
  return class extends HTMLElement {
    /** The version of the kit, for the warning about second copies. */
    static readonly version = page.version;
    #unmount: (() => void) | undefined;

    connectedCallback(): void {
      quietly(() => (this.#unmount = mount(this, tag, page)))();
    }

    disconnectedCallback(): void {
      quietly(() => this.#unmount?.())();
    }

    /** Moved by `moveBefore`, which keeps frames as they are: nothing to do. */
    connectedMoveCallback(): void {
      // Its presence alone is what keeps the two callbacks above from being called.
    }

    /** Loads the frame anew, for instance after `mds-error`. */
    retry(): void {
      this.disconnectedCallback();
      this.connectedCallback();
    }

    /** Ends the person's session with the portal, when the page ends its own; wait for it before you leave the page. */
    signOut(): Promise<void> {
      return page.controller(langOf(this))();
    }
  };
}

/** Defines the tags that the page does not have yet. The first copy of the kit on a page stays. */
export function defineTags(page: Page): void {
  for (const tag of TAG_NAMES) {
    const present = customElements.get(tag) as { version?: string } | undefined;
    if (!present) customElements.define(tag, shellOf(tag, page));
    else if (!Reflect.has(customElements, WARNED)) {
      Reflect.set(customElements, WARNED, true);
      console.warn(
        `[mds-kit] ${page.version} leaves <${tag}> to ${present.version ?? '?'}: load the kit once`,
      );
    }
  }
}
