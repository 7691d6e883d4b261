/**
 * Six widgets ask six domains, and each needs to know who manages the person: the registry is asked once for what
 * comes within a second. In memory only, and only what it did answer, so that "try again" asks again.
 */
import type { AffiliationAnswer, Registries } from '@mds-kit/exchange/registries/registries';

const KEPT_MS = 1_000;

type Ask = Registries['affiliationsOf'];

export function shareAffiliations(ask: Ask, keptMs = KEPT_MS): Ask {
  const answers = new Map<string, Promise<AffiliationAnswer>>();
  return (person, { correlation }) => {
    const known = answers.get(person.nir);
    if (known !== undefined) return known;
    // Without anybody's signal: somebody else may still wait when the first one leaves.
    const answer = ask(person, { correlation });
    answers.set(person.nir, answer);
    const forget = () => answers.delete(person.nir);
    answer.then(({ status }) => {
      if (status === 'ok') setTimeout(forget, keptMs).unref();
      else forget();
    }, forget);
    return answer;
  };
}
