/** The same work, which never throws into the page that holds us. */
export const quietly =
  <Args extends unknown[]>(work: (...args: Args) => void) =>
  (...args: Args): void => {
    try {
      work(...args);
    } catch (error) {
      console.error('[mds-kit]', error);
    }
  };
