/** Watches what changes: the page, every root, the size of every frame, addresses, and what the browser measures. */
export function watchers(): void {
  const { note, labelOf, roots, allFrames } = window;
  // What the page itself has gone through is its own, and depends on how busy the machine was; frames must add nothing.
  const began = history.length;
  const look = () =>
    note('address', '', [location.href, document.referrer, window.name, history.length - began]);
  look();
  for (const type of ['hashchange', 'popstate', 'pageshow', 'pagehide', 'focus', 'blur'])
    addEventListener(type, look);
  navigation.addEventListener('navigate', ({ destination }) => note('navigate', '', destination.url));

  const everything = {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeOldValue: true,
  };
  const mutations = new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      const of = target instanceof Element ? labelOf(target) : '';
      const value = target instanceof Element && attributeName ? target.getAttribute(attributeName) : null;
      if (type === 'attributes') note('attribute', of, [attributeName, value]);
      else note('mutation', of, target, ...addedNodes);
    }
  });
  mutations.observe(document, everything);
  addEventListener('root', (event) => {
    const root: unknown = Reflect.get(event, 'detail');
    if (root instanceof ShadowRoot) mutations.observe(root, everything);
  });

  for (const type of [
    'mds-ready',
    'mds-error',
    'mds-toggle',
    'mds-session-change',
    'message',
    'focusin',
    'scroll',
  ])
    addEventListener(
      type,
      (event) => {
        const of = event.target instanceof Element ? labelOf(event.target) : '';
        note('event', of, [event.type, Object.entries(event).filter(([name]) => name !== 'isTrusted')]);
      },
      true,
    );

  const heights = new Map<Element, string>();
  const measure = (frame: Element, by: string) => {
    const { height, width } = frame.getBoundingClientRect();
    const now = `${width} × ${height}`;
    if (heights.get(frame) === now) return;
    heights.set(frame, now);
    note(by, labelOf(frame), now);
  };
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) measure(target, 'height');
  });
  const watched = new WeakSet<Element>();
  const each = () => {
    for (const frame of allFrames()) {
      if (!watched.has(frame)) sizes.observe(frame);
      watched.add(frame);
      measure(frame, 'height');
    }
    const page = `${document.documentElement.scrollHeight} ${window.length} ${document.activeElement?.localName ?? ''}`;
    if (page !== reported) note('page', '', (reported = page));
    requestAnimationFrame(each);
  };
  let reported = '';
  each();

  new PerformanceObserver((list) => {
    for (const { name, entryType } of list.getEntries())
      if (entryType !== 'longtask') note('performance', '', `${entryType} ${name}`);
  }).observe({
    entryTypes: ['resource', 'navigation', 'element', 'layout-shift', 'event', 'first-input', 'paint'],
  });
  new BroadcastChannel('mds').onmessage = ({ data }) => note('look-alike answered', '', data);
  addEventListener('pagehide', () => {
    for (const root of roots) note('root', labelOf(root.host), root);
  });
}
