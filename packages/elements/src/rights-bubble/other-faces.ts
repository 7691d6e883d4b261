import type { PortalClient } from '@mds-kit/client/portal-client';
import type { DomainRights, Right } from '@mds-kit/contract/rights';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { knownCatalogue } from '../known-catalogue.ts';
import { list } from '../locale/formats.ts';
import { msg, str } from '../locale/msg.ts';
import { schemeName } from '../locale/words/schemes.ts';
import type { Chip } from '../parts/chip.ts';
import { codeOf, told } from '../parts/failures.ts';
import { helpLine } from '../parts/help.ts';
import { retryButton } from '../parts/retry.ts';
import { half, hourglass, lock, minus, silent, slash } from '../parts/state-icons.ts';
import { tonesStyles } from '../parts/tones.styles.ts';
import { wayIn } from '../parts/way-in.ts';
import { waysStyles } from '../parts/ways.styles.ts';
import { wayOut } from '../parts/ways.ts';
import { factAndSource, total } from './face.ts';
import type { Face } from './face.ts';
import { failureChip } from './failure-chip.ts';
import { otherFacesStyles } from './other-faces.styles.ts';
import type { Outcome } from './outcome.ts';
import type { RightsBubble } from './rights-bubble.ts';

/** What all this is drawn in. */
export { ready } from '../known-catalogue.ts';
export const styles = [tonesStyles, waysStyles, otherFacesStyles];

/** What a face needs beside the outcome. */
export interface Surroundings {
  readonly host: RightsBubble;
  readonly portal: PortalClient | undefined;
  /** The same question is being asked again. */
  readonly asking: boolean;
}

/** The closed bubble in every state but ready and loading. Each looks different and says what to do. */
export function otherFace(outcome: Outcome, around: Surroundings): Face | undefined {
  switch (outcome.kind) {
    case 'answered':
      return { opens: true, ...answeredFace(outcome.answer, around) };
    case 'signed-out':
      return signedOutFace(outcome.ended, around);
    case 'failed':
      return failedFace(outcome.error, around);
    case 'loading':
      return;
  }
}

function answeredFace(answer: DomainRights, around: Surroundings): Face {
  switch (answer.situation) {
    case 'rights':
      if (answer.missing.length > 0) return partialFace(answer, around);
      return unknownStanding(answer) ? untransmittedFace(answer) : dormantFace(answer);
    case 'nothing-paid':
      return {
        chip: { tone: 'none', shape: minus, word: msg('Rien de versé') },
        gist: html`<p>${msg('Avez-vous droit à une aide\u00a0?')}</p>`,
        way: simulate(around),
      };
    case 'not-covered':
      return {
        chip: { tone: 'none', shape: slash, word: msg('Pas encore transmis') },
        gist: html`<p>${whomToAsk(answer)}</p>
          <p class="quiet">${notTransmitted(answer)}</p>`,
      };
    case 'not-answering':
      if (around.host.nested && whoIsUnknown(answer)) return { ...about(around.host), unknown: true };
      return {
        chip: { tone: 'wait', shape: silent, word: msg('Ne répond pas') },
        gist: troubled(silence(answer)),
        way: retry(around),
      };
  }
}

/** Somebody did not answer: asked again, they may. */
function partialFace(answer: DomainRights, around: Surroundings): Face {
  const fact =
    total(answer.rights) ??
    (unknownStanding(answer) ? msg('Nous ne savons pas tout') : standing(answer.rights));
  return { ...incomplete(fact, silence(answer)), way: retry(around) };
}

/** Known rights came to their end, and a scheme does not transmit: asking again is no use. */
const untransmittedFace = (answer: DomainRights): Face =>
  incomplete(msg('Nous ne savons pas tout'), notTransmitted(answer));

const incomplete = (fact: string, why: string): Face => ({
  chip: { tone: 'wait', shape: half, word: msg('Réponse incomplète') },
  gist: html`<p class="figure" part="figure">${fact}</p>
    <p class="quiet">${why}</p>`,
});

/** Rights are known, none of them is open now. */
function dormantFace(answer: DomainRights): Face {
  return { chip: dormantChip(answer.rights), gist: factAndSource(answer, standing(answer.rights)) };
}

/** All that is known has ended, and not everybody is heard: nobody can say that the rights came to their end. */
const unknownStanding = ({ rights, missing, notCovered }: DomainRights) =>
  missing.length + notCovered.length > 0 && rights.every(({ status }) => status === 'ended');

const some = (rights: readonly Right[], status: Right['status']) =>
  rights.some((right) => right.status === status);

function dormantChip(rights: readonly Right[]): Chip {
  if (some(rights, 'pending')) return { tone: 'wait', shape: hourglass, word: msg('En attente') };
  if (some(rights, 'suspended')) return { tone: 'wait', shape: hourglass, word: msg('Suspendu') };
  return { tone: 'none', shape: minus, word: msg('Droits terminés') };
}

function standing(rights: readonly Right[]): string {
  if (some(rights, 'open')) return msg('Vos droits sont ouverts');
  if (some(rights, 'pending')) return msg('Demande à l’étude');
  if (some(rights, 'suspended')) return msg('Versement suspendu');
  return msg('Vos droits ont pris fin');
}

/** Inside the overview, which says once why nothing is known; the same chip and sentence six times would say less. */
const about = ({ scope }: RightsBubble): Face => ({ gist: html`<p>${scope}</p>` });

function signedOutFace(ended: boolean, { host, portal }: Surroundings): Face {
  if (host.nested) return about(host);
  const [word, words] = ended
    ? [msg('Session terminée'), msg('Identifiez-vous à nouveau pour voir vos droits.')]
    : [msg('Connexion nécessaire'), msg('Identifiez-vous pour voir vos droits.')];
  return { chip: { tone: 'none', shape: lock, word }, gist: html`<p>${words}</p>`, way: wayIn(host, portal) };
}

/** The portal itself fails; whom to ask stands at the foot, more of it in the panel. */
function failedFace(error: unknown, around: Surroundings): Face {
  const { host, portal } = around;
  const code = codeOf(error);
  if (code === 'signed-out' || code === 'session-ended')
    return signedOutFace(code === 'session-ended', around);
  if (host.spokenFor) return { ...about(host), code, error };
  // The end of a maintenance is said by the header of the overview.
  const { title, what } = told(error, msg('Nous n’avons pas pu joindre le portail.'), host.nested);
  return {
    chip: failureChip(error),
    gist: title ? html`<p class="quiet">${what}</p>` : troubled(what),
    way: retry(around),
    foot: helpLine(knownCatalogue(portal, host)?.support),
    opens: true,
    code,
    error,
  };
}

const troubled = (what: string) =>
  html`<p>${what}</p>
    <p class="quiet">${msg('Vos droits ne changent pas.')}</p>`;

const retry = ({ asking, host }: Surroundings) => retryButton(asking, () => void host.retry());

function simulate({ portal, host }: Surroundings): TemplateResult | undefined {
  const link = knownCatalogue(portal, host)?.simulate;
  return portal && link ? wayOut(portal, link, msg('Faire une simulation'), true) : undefined;
}

const whoIsUnknown = ({ missing }: DomainRights) => missing.some(({ organisation }) => organisation === null);

/** Who did not answer, never worded as an absence of right. */
function silence(answer: DomainRights): string {
  const { missing, organisations } = answer;
  const names = organisations.filter(({ id }) => missing.some((one) => one.organisation === id));
  const [only] = names;
  if (whoIsUnknown(answer) || !only)
    return msg('Nous ne savons pas, pour l’instant, quels organismes vous suivent.');
  if (names.length === 1) return msg(str`${only.name} n’a pas répondu.`);
  return msg(str`${names.length} organismes n’ont pas répondu.`);
}

/** The body that has what the portal lacks: the one thing to do. */
function whomToAsk({ notCovered, organisations }: DomainRights): string {
  const names = organisations.filter(({ id }) => notCovered.some(({ organisation }) => organisation === id));
  if (names.length === 0) return msg('Ouvrez pour savoir à qui vous adresser.');
  return msg(str`Adressez-vous à\u00a0: ${list(names.map(({ name }) => name))}.`);
}

function notTransmitted({ notCovered }: DomainRights): string {
  const [first, second] = notCovered;
  if (second && second.scheme !== first?.scheme)
    return msg('Vos régimes ne transmettent pas encore ces informations.');
  const scheme = first ? schemeName(first.scheme) : msg('Votre régime');
  return msg(str`${scheme} ne transmet pas encore ces informations.`);
}
