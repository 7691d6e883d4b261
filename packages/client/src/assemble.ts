import type { Ask, Operation } from './operation.ts';
import { catalogue } from './operations/catalogue.ts';
import { rights } from './operations/rights.ts';
import { session } from './operations/session.ts';
import { signOut } from './operations/sign-out.ts';
import { startSignIn } from './operations/start-sign-in.ts';
import type { ClientOptions, PortalClient } from './portal-client.ts';
import { PortalError } from './portal-error.ts';
import { resource } from './resource.ts';

/** Asks once and checks the answer against the contract. */
export async function checked<Answer>(
  ask: Ask,
  operation: Operation<Answer>,
  argument: string,
  signal?: AbortSignal,
  fresh?: boolean,
): Promise<Answer> {
  const value = await ask(operation, argument, signal, fresh);
  try {
    return operation.answer.parse(value);
  } catch (cause) {
    throw new PortalError('invalid-answer', { cause });
  }
}

/** The methods of a client over any transport, and the way to make it forget what it was told about a person. */
export function assemble(
  ask: Ask,
  { baseUrl, portalUrl = baseUrl, keepMs = 0 }: ClientOptions,
): Omit<PortalClient, 'onSessionChange'> & { forget: () => void } {
  const shared = <Answer>(operation: Operation<Answer>) =>
    resource((argument, signal, fresh) => checked(ask, operation, argument, signal, fresh), keepMs);
  const [sessions, domains, catalogues] = [shared(session), shared(rights), shared(catalogue)];
  // Three bubbles that start at once would each set the cookie that the way back is bound to: the last one would win,
  // and the person come back by the first one's address.
  const signIns = resource((returnId, signal) => checked(ask, startSignIn, returnId, signal), 0);
  const once: PortalClient['ask'] = (operation, argument = '', { signal, fresh } = {}) =>
    checked(ask, operation, argument, signal, fresh);
  return {
    session: (options) => sessions.get('', options),
    rights: (domain, options) => domains.get(domain, options),
    catalogue: (options) => catalogues.get('', options),
    startSignIn: (returnId = '', options) => signIns.get(returnId, options),
    signOut: (options) => once(signOut, '', options),
    ask: once,
    reboundUrl: (id) => new URL(`/rebound/${encodeURIComponent(id)}`, portalUrl).href,
    forget() {
      sessions.forget();
      domains.forget();
    },
  };
}
