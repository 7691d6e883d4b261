import type { PortalClient } from '@mds-kit/client/portal-client';
import type { Catalogue } from '@mds-kit/contract/catalogue';
import type { DomainRights } from '@mds-kit/contract/rights';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { moment } from '../locale/moments.ts';
import { msg, str } from '../locale/msg.ts';
import { schemeName } from '../locale/words/schemes.ts';
import { half, hourglass, lock, minus, silent, slash } from '../icons.ts';
import { helpLine } from '../parts/help.ts';
import { wayOut } from '../parts/ways.ts';
import { figure } from './face.ts';
import type { Face } from './face.ts';
import type { View } from './view.ts';

export { waysStyles } from '../parts/ways.styles.ts';

/** What a face needs beside the answer. */
export interface Surroundings {
  readonly portal: PortalClient | undefined;
  readonly catalogue: Catalogue | undefined;
  /** The overview signs in, and says when the portal fails, for all its bubbles. */
  readonly nested: boolean;
  readonly spokenFor: boolean;
  /** What the domain is about, for people who have not signed in. */
  readonly scope: string;
  readonly signIn: () => TemplateResult;
  readonly asking: boolean;
  readonly retry: () => void;
}

/** The closed bubble in every state but ready and loading. Each looks different and says what to do. */
export function otherFace(view: View, around: Surroundings): Face | undefined {
  switch (view.state) {
    case 'partial':
      return {
        chip: { tone: 'wait', shape: half, word: msg('Réponse incomplète') },
        gist: html`${figure(view.answer)}
          <p class="quiet">${silence(view.answer)}</p>`,
        way: retry(around),
      };
    case 'nothing-paid':
      return {
        chip: { tone: 'none', shape: minus, word: msg('Rien de versé') },
        gist: html`<p>${msg('Avez-vous droit à une aide\u00a0?')}</p>`,
        way: simulate(around),
      };
    case 'not-covered':
      return {
        chip: { tone: 'none', shape: slash, word: msg('Pas encore couvert') },
        gist: html`<p>${notTransmitted(view.answer)}</p>`,
      };
    case 'not-answering':
      return {
        chip: { tone: 'wait', shape: silent, word: msg('Ne répond pas') },
        gist: html`<p>${silence(view.answer)} ${unchanged()}</p>`,
        way: retry(around),
      };
    case 'maintenance':
      return failure(
        around,
        { tone: 'wait', shape: hourglass, word: msg('Maintenance') },
        closed(view.until),
      );
    case 'error':
      return failure(
        around,
        { tone: 'bad', shape: silent, word: msg('Portail injoignable') },
        msg('Nous n’avons pas pu joindre le portail.'),
      );
    case 'session-ended':
      return {
        chip: { tone: 'none', shape: lock, word: msg('Session terminée') },
        gist: html`<p>${msg('Identifiez-vous à nouveau pour voir vos droits.')}</p>`,
        way: around.nested ? undefined : around.signIn(),
      };
    case 'signed-out':
      // Inside the overview the same chip six times would say nothing.
      if (around.nested) return { gist: html`<p>${around.scope}</p>` };
      return {
        chip: { tone: 'none', shape: lock, word: msg('Non connecté') },
        gist: html`<p>${msg('Identifiez-vous pour voir vos droits.')}</p>`,
        way: around.signIn(),
      };
    case 'ready':
    case 'loading':
      return undefined;
  }
}

const unchanged = () => msg('Vos droits ne changent pas.');

/** The portal itself fails; whom to ask stands at the foot, more of it in the panel. */
function failure(around: Surroundings, chip: Face['chip'], what: string): Face {
  return {
    chip,
    gist: html`<p>${around.spokenFor ? '' : what} ${unchanged()}</p>`,
    way: around.spokenFor ? undefined : retry(around),
    foot: helpLine(around.catalogue?.support),
  };
}

/** Maintenance was announced: until when. */
export function closed(until: string | undefined): string {
  return until
    ? msg(str`Le portail est fermé pour entretien jusqu’au ${moment(until)}.`)
    : msg('Le portail est fermé pour entretien.');
}

function retry({ asking, retry: again }: Surroundings): TemplateResult {
  return html`<button class="act" part="retry" aria-disabled=${asking ? 'true' : 'false'} @click=${again}>
    ${asking ? msg('Nouvel essai…') : msg('Réessayer')}
  </button>`;
}

function simulate({ portal, catalogue }: Surroundings): TemplateResult | undefined {
  return portal && catalogue
    ? wayOut(portal, catalogue.simulate, msg('Faire une simulation'), true)
    : undefined;
}

/** Who did not answer, never worded as an absence of right. */
function silence({ missing, organisations }: DomainRights): string {
  const names = organisations.filter(({ id }) => missing.some((one) => one.organisation === id));
  const [only] = names;
  if (missing.some((one) => one.organisation === null) || !only)
    return msg('Nous ne savons pas, pour l’instant, quels organismes vous suivent.');
  if (names.length === 1) return msg(str`${only.name} n’a pas répondu.`);
  return msg(str`${names.length} organismes n’ont pas répondu.`);
}

function notTransmitted({ notCovered }: DomainRights): string {
  const [first] = notCovered;
  const scheme = first ? schemeName(first.scheme) : msg('Votre régime');
  return msg(str`${scheme} ne transmet pas encore ces informations.`);
}
