/**
 * How a column's text becomes a value, once for both drivers: left alone, PGlite and node-postgres differ on
 * each of these types. A `timestamp` without zone stays text: store instants as `timestamptz`.
 */
import { types as lite } from '@electric-sql/pglite';
import pg from 'pg';
import { DatabaseError } from './errors.ts';

type Read = (text: string) => unknown;

function readBigint(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new DatabaseError('integer-out-of-range', 'A bigint column holds a number beyond 2^53');
}

/** PostgreSQL writes `2026-11-22 10:00:00.5+00`; ISO 8601 wants a `T` and minutes in the offset. */
function readInstant(text: string): Date {
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  if (Number.isNaN(instant.getTime()))
    throw new RangeError('A timestamptz column holds no instant of a calendar');
  return instant;
}

const readBytes = (text: string) => Uint8Array.from(Buffer.from(text.slice('\\x'.length), 'hex'));
const asText = (text: string) => text;

/** The object ids are PostgreSQL's own and never change (pg_type.dat): of the type, of its array. */
const TYPES: readonly { name: string; oid: number; arrayOid: number; read: Read }[] = [
  { name: 'bytea', oid: 17, arrayOid: 1001, read: readBytes },
  { name: 'bigint', oid: 20, arrayOid: 1016, read: readBigint },
  { name: 'date', oid: 1082, arrayOid: 1182, read: asText },
  { name: 'timestamp', oid: 1114, arrayOid: 1115, read: asText },
  { name: 'timestamptz', oid: 1184, arrayOid: 1185, read: readInstant },
  { name: 'interval', oid: 1186, arrayOid: 1187, read: asText },
  { name: 'numeric', oid: 1700, arrayOid: 1231, read: asText },
];

/** Readers by object id, as PGlite takes them. */
export const columnReaders: Readonly<Record<number, Read>> = Object.fromEntries(
  TYPES.flatMap(({ oid, arrayOid, read }): [number, Read][] => [
    [oid, read],
    [arrayOid, (text): unknown => lite.arrayParser(text, read, arrayOid)],
  ]),
);

/** The same, as node-postgres takes them; types that are not listed keep its own readers. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format): Read => columnReaders[oid] ?? (pg.types.getTypeParser(oid, format) as Read),
};
