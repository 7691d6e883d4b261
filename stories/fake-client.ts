import type { CallOptions } from '@mds-kit/client/portal-client';
import { PortalError } from '@mds-kit/client/portal-error';
import type { Domain } from '@mds-kit/contract/domains';
import { signedOut } from '@mds-kit/contract/fixtures/session';
import { problem } from '@mds-kit/contract/problems';
import type { ProblemCode } from '@mds-kit/contract/problems';
import { DomainRights } from '@mds-kit/contract/rights';
import type { SignedOut } from '@mds-kit/contract/session';
import { FakePortal } from '@mds-kit/elements/testing/fake-portal';
import type { FakeAnswers } from '@mds-kit/elements/testing/fake-portal';
import { noChange } from 'lit';
import { directive, Directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';

/** The portal of a story: answers at once, always the same, and never with what the contract forbids. */
export class FakeClient extends FakePortal {
  override async rights(domain: Domain, options?: CallOptions): Promise<DomainRights> {
    return DomainRights.parse(await super.rights(domain, options));
  }

  /** Signing out works as it does for people: everything on the page is told. */
  override async signOut(options?: CallOptions): Promise<SignedOut> {
    const answer = await super.signOut(options);
    this.changeSession(signedOut);
    return answer;
  }
}

/** How the portal fails: no answer at all, or a problem in its own words. */
export const failing = {
  unreachable: new PortalError('network'),
  broken: withProblem('internal'),
  handoverRefused: withProblem('handover-refused'),
  tooManyRequests: withProblem('too-many-requests'),
  originRefused: withProblem('origin-refused'),
  maintenance: withProblem('maintenance', '2026-11-22T14:30:00+01:00'),
  maintenanceWithoutEnd: withProblem('maintenance'),
} as const;

function withProblem(code: ProblemCode, until?: string): PortalError {
  return new PortalError(code, { problem: problem(code, 'fr', until) });
}

/** Everything fails in the same way: what a page sees when the portal is away. */
export const allFailing = (error: Error): FakeAnswers => ({
  session: error,
  rights: () => error,
  catalogue: error,
  startSignIn: error,
  signOut: error,
});

interface Asking extends Element {
  client: unknown;
}

const canAsk = (element: Element): element is Asking => 'client' in element;

class AsksDirective extends Directive {
  render(_answers: FakeAnswers): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [answers]: [FakeAnswers]): unknown {
    if (canAsk(element)) element.client ??= new FakeClient({ ...answers });
    return noChange;
  }
}

/** Gives an element a portal of its own, which it keeps while controls and toolbars draw it again. */
export const asks = directive(AsksDirective);
