import { CITIZENS, citizenByNir } from '../citizens.ts';
import { Calendar } from '../citizens/calendar.ts';
import type { Citizen } from '../citizens/citizen.ts';
import type { Clock } from '../clock.ts';
import { errorAnswer, jsonAnswer, type Answer } from '../faults/answer.ts';
import { shownOf } from './scope-view.ts';
import type { Resource, Supplier } from './supplier.ts';

export type How = {
  /** The fault `other-person`: somebody else's file. */
  ofSomebodyElse: boolean;
  /** Of the citizen's own token; none: a signed assertion, to which everything is told. */
  scopes?: ReadonlySet<string>;
};

/** What a resource says about a person; `jti` names the question. */
export type Telling = (about: { nir: string; jti: string }, how: How) => Answer;

export function telling({ provider, absent }: Supplier, resource: Resource, clock: Clock): Telling {
  const dataOf = (citizen: Citizen | undefined, calendar: Calendar) =>
    citizen && resource.answer({ citizen, files: citizen.files(calendar), calendar });

  return ({ nir, jti }, { ofSomebodyElse, scopes }) => {
    const calendar = new Calendar(clock());
    const somebodyElse = () =>
      CITIZENS.find((citizen) => citizen.nir !== nir && dataOf(citizen, calendar) !== undefined);
    // Before looking for a file: who may read nothing of it does not learn whether there is one.
    const view = resource.franceConnect ?? {};
    if (scopes && !shownOf({}, view, scopes)) {
      return errorAnswer(
        provider,
        403,
        '00100',
        'Votre jeton est valide, mais ses privilèges sont insuffisants',
      );
    }
    const data = dataOf(ofSomebodyElse ? somebodyElse() : citizenByNir(nir), calendar);
    if (!data) return errorAnswer(provider, 404, absent.code, absent.title);
    const news = resource.news?.(calendar);
    const dated = {
      ...(scopes ? shownOf(data, view, scopes) : data),
      date_situation: calendar.hoursAgo(resource.hoursOld ?? 0),
      ...(news && { actualites: news }),
    };
    // The answer names the question that it answers, so that one meant for somebody else can be told.
    const named = { jti: ofSomebodyElse ? `${jti}-autre` : jti };
    // And the scopes that counted: what they do not show is not known, rather than not there.
    const counted = scopes && Object.keys(view).filter((scope) => scopes.has(scope));
    return envelope(dated, { ...named, ...(counted && { scopes: counted }) });
  };
}

export const envelope = (data: object, meta: { jti: string; scopes?: string[] }): Answer =>
  jsonAnswer(200, { data, links: {}, meta });
