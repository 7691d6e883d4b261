const STEP = 8;
const HIGHEST = 10_000;

/** Rounded up, so that a height tells the page around the frame nothing finer than a line of text. */
export function roundedHeight(height: number): number {
  return Math.min(Math.ceil(height / STEP) * STEP, HIGHEST);
}

/** Tells the height of the widget now and whenever it changes. Returns the way to stop. */
export function reportSize(element: Element, tell: (height: number) => void): () => void {
  let told = -1;
  const report = () => {
    const height = roundedHeight(element.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell(height);
  };
  // Frames out of sight are not drawn, hence observed late: the first height is measured here and now.
  report();
  const observer = new ResizeObserver(report);
  observer.observe(element);
  return () => observer.disconnect();
}
