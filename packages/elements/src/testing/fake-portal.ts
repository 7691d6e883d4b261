import type { Operation } from '@mds-kit/client/operation';
import type { CallOptions, PortalClient } from '@mds-kit/client/portal-client';
import type { Accesses } from '@mds-kit/contract/accesses';
import type { Catalogue } from '@mds-kit/contract/catalogue';
import type { Domain } from '@mds-kit/contract/domains';
import { firstPage, lastPage } from '@mds-kit/contract/fixtures/accesses';
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import { ready } from '@mds-kit/contract/fixtures/rights';
import { twoEmployers } from '@mds-kit/contract/fixtures/salaries';
import { signedIn } from '@mds-kit/contract/fixtures/session';
import type { DomainRights } from '@mds-kit/contract/rights';
import type { Salaries } from '@mds-kit/contract/salaries';
import type { Session, SignedOut, SignInStart } from '@mds-kit/contract/session';

/** An answer at once, a failure, or nothing until the caller gives up. */
export type Fake<T> = T | Error | 'never';

export interface FakeAnswers {
  session?: Fake<Session>;
  rights?: (domain: Domain) => Fake<DomainRights>;
  catalogue?: Fake<Catalogue>;
  startSignIn?: Fake<SignInStart>;
  signOut?: Fake<SignedOut>;
  /** A page of the access journal, by its cursor; '' is the first. */
  accesses?: (before: string) => Fake<Accesses>;
  /** By the number of months asked for. */
  salaries?: (months: string) => Fake<Salaries>;
}

/**
 * A portal in memory, for tests and stories. Its answers can be changed while it is in use; what it was asked is in
 * `asked`, what callers gave up on in `givenUp`.
 */
export class FakePortal implements PortalClient {
  answers: FakeAnswers;
  readonly asked: string[] = [];
  readonly givenUp: string[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(answers: FakeAnswers = {}) {
    this.answers = answers;
  }

  session(options?: CallOptions): Promise<Session> {
    return this.#answer('session', this.answers.session ?? signedIn, options);
  }

  startSignIn(returnId?: string, options?: CallOptions): Promise<SignInStart> {
    const startUrl = `https://portail.exemple/start?return=${returnId ?? ''}`;
    return this.#answer('startSignIn', this.answers.startSignIn ?? { startUrl }, options);
  }

  signOut(options?: CallOptions): Promise<SignedOut> {
    return this.#answer('signOut', this.answers.signOut ?? { signOutUrl: null }, options);
  }

  rights(domain: Domain, options?: CallOptions): Promise<DomainRights> {
    const answer = this.answers.rights ? this.answers.rights(domain) : ready[domain];
    return this.#answer(`rights/${domain}`, answer, options);
  }

  catalogue(options?: CallOptions): Promise<Catalogue> {
    return this.#answer('catalogue', this.answers.catalogue ?? catalogue, options);
  }

  async ask<Answer>(operation: Operation<Answer>, argument = '', options?: CallOptions): Promise<Answer> {
    const answer = this.#few(operation.name, argument);
    return operation.answer.parse(await this.#answer(`${operation.name}/${argument}`, answer, options));
  }

  /** What few pages ask for. */
  #few(name: string, argument: string): Fake<unknown> {
    switch (name) {
      case 'accesses':
        return this.answers.accesses?.(argument) ?? (argument === '' ? firstPage : lastPage);
      case 'salaries':
        return this.answers.salaries?.(argument) ?? twoEmployers;
      default:
        throw new Error(`A fake portal does not know ${name}`);
    }
  }

  reboundUrl(linkId: string): string {
    return `https://portail.exemple/rebound/${encodeURIComponent(linkId)}`;
  }

  onSessionChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Signs in or out elsewhere: every listener is told. */
  changeSession(session: Session): void {
    this.answers.session = session;
    for (const listener of this.#listeners) listener();
  }

  /** How many elements listen; none may stay behind. */
  get listeners(): number {
    return this.#listeners.size;
  }

  #answer<T>(what: string, answer: Fake<T>, { signal, fresh }: CallOptions = {}): Promise<T> {
    this.asked.push(fresh ? `${what} fresh` : what);
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      signal?.addEventListener('abort', () => {
        this.givenUp.push(what);
        reject(signal.reason as Error);
      });
      if (answer === 'never') return;
      if (answer instanceof Error) reject(answer);
      else resolve(answer);
    });
  }
}
