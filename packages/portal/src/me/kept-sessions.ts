import { decodeJwt } from 'jose';
import { KEPT } from '../retention.ts';
import type { OpenSession } from '../session/sessions.ts';
import type { Asker, ReadKept } from './kept.ts';

/**
 * The person's sessions, here and on other hosts. Only the browser that holds its cookie can open one: of the others
 * there is where and when, and that is all that we can read of them either.
 */
export const keptSessions: ReadKept = async ({ kysely, partners, session, subject }) => {
  const rows = await kysely
    .selectFrom('session')
    .select(['id', 'partner', 'seen_at', 'ends_at'])
    .where('subject', '=', subject)
    .orderBy('seen_at', 'desc')
    .execute();
  const thisFirst = rows.toSorted(
    (one, other) => Number(isThis(session, other)) - Number(isThis(session, one)),
  );
  return thisFirst.map(({ id, partner, seen_at, ends_at }) => {
    const idleUntil = seen_at.getTime() + KEPT.sessionIdleSeconds * 1000;
    return {
      until: new Date(Math.min(idleUntil, ends_at.getTime())).toISOString(),
      content: {
        site: nameOf(partners, partner),
        lastSeenAt: seen_at.toISOString(),
        endsAt: ends_at.toISOString(),
        thisOne: isThis(session, { id }),
        ...(isThis(session, { id }) ? contentOf(session) : {}),
      },
    };
  });
};

function isThis(session: OpenSession, { id }: { readonly id: Uint8Array }): boolean {
  return Buffer.from(session.id).equals(id);
}

type IdClaims = { sub?: string; iss?: string; acr?: string; auth_time?: number };

/** What the cookie of this very request opens. */
function contentOf({ person, idToken, returnId, subject }: OpenSession) {
  // The token itself opens FranceConnect's sign-out, and is nobody's to carry about; what it says is the person's.
  const claims: IdClaims = idToken === null ? {} : decodeJwt<IdClaims>(idToken);
  const { sub = null, iss = null, acr, auth_time } = claims;
  return {
    birthName: person.birthName,
    firstNames: [...person.firstNames],
    birthDate: person.birthDate,
    sex: person.sex,
    birthCommune: person.birthCommune,
    birthCountry: person.birthCountry,
    nir: person.nir,
    franceConnectIndex: subject,
    franceConnectSub: sub,
    franceConnectIssuer: iss,
    franceConnectLevel: acr ?? null,
    franceConnectAuthTime: auth_time === undefined ? null : new Date(auth_time * 1000).toISOString(),
    returnId,
  };
}

export function nameOf(partners: Asker['partners'], id: string): string {
  return partners.nameOf(id) ?? id;
}
