import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { CallFailure } from './failure.ts';

export type TransportRequest = {
  url: string;
  headers: Readonly<Record<string, string>>;
  /** ASCII: an assertion is base64url and dots. */
  body: string;
  signal: AbortSignal;
};

export type TransportAnswer = {
  status: number;
  contentType: string;
  contentEncoding: string;
  /** The whole body. @throws {CallFailure} `oversize` as soon as it passes the limit */
  read(limitBytes: number): Promise<Uint8Array>;
  /** Not interested in the body: lets go of the connection. */
  discard(): void;
};

/** How bytes travel: one POST, no redirect ever followed. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

/** A supplier that hangs keeps at most this many connections of ours, and none of another supplier's. */
const MAX_SOCKETS = 256;
/** Below the 5 s after which Node servers close an idle connection, so that we never write into a closing one. */
const IDLE_MS = 4_000;

function readBody(response: IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = (error: Error) => {
      response.destroy();
      reject(error);
    };
    if (Number(response.headers['content-length'] ?? 0) > limitBytes) {
      refuse(new CallFailure('oversize'));
      return;
    }
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) refuse(new CallFailure('oversize'));
      else chunks.push(chunk);
    });
    response.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    response.on('error', () => refuse(new CallFailure('network')));
    response.on('close', () => {
      if (!response.complete) refuse(new CallFailure('network'));
    });
  });
}

/**
 * node:http with connections of its own, kept alive. Not fetch: the same call costs three times the processor there
 * (72 against 220 µs), and several are made for every answer of the portal.
 */
export function createHttpTransport(): { transport: Transport; close: () => void } {
  const settings = { keepAlive: true, maxSockets: MAX_SOCKETS, timeout: IDLE_MS };
  const agents = { http: new HttpAgent(settings), https: new HttpsAgent(settings) };
  // The addresses of one supplier's resources: parsed once each.
  const targets = new Map<string, RequestOptions>();
  function targetOf(url: string): RequestOptions {
    let target = targets.get(url);
    if (!target) targets.set(url, (target = urlToHttpOptions(new URL(url))));
    return target;
  }

  const transport: Transport = ({ url, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const secure = url.startsWith('https:');
      const send = secure ? httpsRequest : httpRequest;
      const request = send({
        ...targetOf(url),
        method: 'POST',
        agent: secure ? agents.https : agents.http,
        headers: { ...headers, 'content-length': String(body.length) },
        signal,
      });
      request.on('error', () => reject(new CallFailure('network')));
      request.on('response', (response) => {
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          contentEncoding: response.headers['content-encoding'] ?? '',
          read: (limitBytes) => readBody(response, limitBytes),
          discard: () => response.destroy(),
        });
      });
      request.end(body, 'latin1');
    });
  return {
    transport,
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
