/** As often as a screen is drawn. */
const EVERY_MS = 16;

/**
 * Reads messages no faster than a screen is drawn, the latest of those that came meanwhile: each one says all that there is
 * to say, and a page may send as many as it likes.
 */
export function paced(read: (data: unknown) => void): (event: MessageEvent<unknown>) => void {
  let latest: unknown;
  let coming = false;
  return ({ data }) => {
    latest = data;
    if (coming) return;
    coming = true;
    setTimeout(() => {
      coming = false;
      read(latest);
    }, EVERY_MS);
  };
}
