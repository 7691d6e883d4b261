/** How bytes travel: node:http with keep-alive by default; another in tests. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

export type TransportRequest = {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  signal: AbortSignal;
};

export type TransportAnswer = {
  status: number;
  contentType: string;
  body: AsyncIterable<Uint8Array>;
};
