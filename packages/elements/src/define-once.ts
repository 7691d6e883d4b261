import { VERSION } from './version.ts';

/** A tag's class, in the page or as the shell of a frame, tells which version of the kit it comes from. */
type Versioned = CustomElementConstructor & { readonly version?: string };

/** One warning a page, whichever copy of the kit gives it: the mark stands where every copy can see it. */
const WARNED = Symbol.for('mds-kit.warned');
type Marked = CustomElementRegistry & { [WARNED]?: true };

/**
 * Registers a tag, unless the page has it already: the first copy stays, since an element cannot be defined
 * twice and a throw would break the host's page. Under Node, where there is no registry, nothing happens.
 */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements as Marked | undefined;
  if (!registry) return;
  const present = registry.get(tag) as Versioned | undefined;
  if (!present) {
    registry.define(tag, element);
  } else if (present !== element && !registry[WARNED]) {
    registry[WARNED] = true;
    console.warn(
      `<${tag}> is here already, from mds-kit ${present.version ?? '?'}; this copy, ${VERSION}, changes nothing`,
    );
  }
}
