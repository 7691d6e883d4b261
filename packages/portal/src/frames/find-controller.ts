/** Says of a controller's document that it listens: an attribute of its root (`data-…`). */
export const MARK = 'mdsController';

/** The document of a sibling frame, if it is of our origin: only then does the browser let us see it. */
function documentOf(frame: Window | undefined): Document | undefined {
  try {
    return frame?.document;
  } catch {
    return;
  }
}

/**
 * Our controller among the frames of the partner's page: no frame of another origin can pass for it. The last one: where
 * sites have processes of their own, a frame taken off the page may still be listed when its successor already speaks.
 */
export function findController(): Window | undefined {
  const siblings = Array.from({ length: parent.length }, (_, index) => parent[index]);
  return siblings.findLast((sibling) => documentOf(sibling)?.documentElement.dataset[MARK] !== undefined);
}
