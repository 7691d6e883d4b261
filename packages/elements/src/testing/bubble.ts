import { domainRights, ready } from '@mds-kit/contract/fixtures/rights';
import type { DomainRights, Right } from '@mds-kit/contract/rights';
import type { RightsBubble } from '../rights-bubble/rights-bubble.ts';
import { FakePortal } from './fake-portal.ts';
import { inside, mount, until } from './mount.ts';

/** A portal that answers so for every domain. */
export const answering = (answer: DomainRights) => new FakePortal({ rights: () => answer });

export const bubble = (portal: FakePortal, domain = 'family', attributes: Record<string, string> = {}) =>
  mount('mds-rights-bubble', portal, { attributes: { domain, ...attributes } });

/** Opens by the button, as a click or Enter does, and waits for the panel. */
export async function open(element: RightsBubble): Promise<HTMLElement> {
  inside(element, '.toggle').click();
  await until(() => element.shadowRoot?.querySelector('.panel') !== null);
  return inside(element, '.panel');
}

/** The family fixture with one right changed. */
export function withRight(changes: Partial<Right>): DomainRights {
  const [first] = ready.family.rights;
  if (!first) throw new Error('The fixture has rights');
  return domainRights('family', { ...ready.family, rights: [{ ...first, ...changes }] });
}
