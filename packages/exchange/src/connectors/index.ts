import type { Connector } from './connector.ts';

/** One line a fund. */
export const connectors: readonly Connector[] = [];
