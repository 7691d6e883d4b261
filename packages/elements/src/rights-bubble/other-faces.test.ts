import { PortalError } from '@mds-kit/client/portal-error';
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import * as answers from '@mds-kit/contract/fixtures/rights';
import { signedOut } from '@mds-kit/contract/fixtures/session';
import { expect } from '@open-wc/testing';
import { answering, bubble, open } from '../testing/bubble.ts';
import { maintenance, refusal, unreachable } from '../testing/failures.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import type { FakeAnswers } from '../testing/fake-portal.ts';
import { inside, unmount, until, words } from '../testing/mount.ts';
import './define.ts';

afterEach(unmount);

describe('each state looks different and says what to do', () => {
  const states: [name: string, answers: FakeAnswers, chip: string, says: string][] = [
    [
      'partial',
      { rights: () => answers.partial },
      'Réponse incomplète',
      'France Travail de l’Exemple n’a pas répondu. Réessayer',
    ],
    [
      'nothing paid',
      { rights: () => answers.nothingPaid },
      'Rien de versé',
      'Avez-vous droit à une aide ? Faire une simulation',
    ],
    [
      'not covered',
      { rights: () => answers.notCovered },
      'Pas encore transmis',
      'Adressez-vous à : Urssaf, travailleurs indépendants. Le régime des indépendants ne transmet pas encore',
    ],
    [
      'not answering',
      { rights: () => answers.notAnswering },
      'Ne répond pas',
      'Caf de l’Exemple n’a pas répondu. Vos droits ne changent pas. Réessayer',
    ],
    [
      'affiliation unknown',
      { rights: () => answers.unknownAffiliation },
      'Ne répond pas',
      'Nous ne savons pas, pour l’instant, quels organismes vous suivent.',
    ],
    [
      'maintenance',
      { rights: () => maintenance },
      'Maintenance',
      'Le portail est fermé pour entretien jusqu’au 22 novembre 2026 à',
    ],
    [
      'unreachable',
      { session: unreachable },
      'Portail injoignable',
      'Nous n’avons pas pu joindre le portail. Vos droits ne changent pas. Réessayer',
    ],
    [
      'sign-in not completed',
      { session: refusal('handover-refused') },
      'Connexion à refaire',
      'Le retour de connexion n’est plus valable. Connectez-vous à nouveau depuis cette page. Réessayer',
    ],
    [
      'too many requests',
      { rights: () => refusal('too-many-requests') },
      'Trop de demandes',
      'Attendez quelques minutes, puis réessayez. Réessayer',
    ],
    [
      'refused',
      { session: refusal('origin-refused') },
      'Demande refusée',
      'Cette demande ne vient pas d’une page autorisée. Réessayer',
    ],
    [
      'broken',
      { session: refusal('internal') },
      'Panne du portail',
      'Le portail a rencontré un problème. Vos droits ne changent pas. Réessayez dans quelques minutes. Réessayer',
    ],
    [
      'maintenance until the first of a month',
      {
        session: new PortalError('maintenance', {
          problem: {
            type: 'urn:mds-kit:problem:maintenance',
            title: 'Maintenance prévue',
            status: 503,
            code: 'maintenance',
            until: '2026-12-01T12:00:00Z',
          },
        }),
      },
      'Maintenance',
      'jusqu’au 1er décembre 2026 à',
    ],
    ['signed out', { session: signedOut }, 'Connexion nécessaire', 'Identifiez-vous pour voir vos droits.'],
  ];

  for (const [name, given, chip, says] of states)
    it(name, async () => {
      const element = await bubble(new FakePortal(given));
      await until(() => words(element).includes(says));
      expect(inside(element, '.chip').textContent).to.contain(chip);
      expect(inside(element, '.chip svg')).to.exist;
      if (name !== 'nothing paid') expect(words(element)).not.to.contain('Rien de versé');
    });

  it('not covered, and nobody known to ask: the way to who helps is said', async () => {
    const nobody = { ...answers.notCovered, organisations: [] };
    const element = await bubble(answering(nobody), 'employment');
    expect(words(element)).to.contain('Ouvrez pour savoir à qui vous adresser.');
  });

  it('all chips have their own word and their own icon', async () => {
    const seen = new Set<string>();
    for (const [, given] of states.filter(
      ([name]) => name !== 'affiliation unknown' && !name.includes('until'),
    )) {
      const element = await bubble(new FakePortal(given));
      seen.add(`${inside(element, '.chip').textContent.trim()} ${inside(element, '.chip').className}`);
    }
    expect(seen.size).to.equal(states.length - 2);
  });

  it('what the portal says of its failure is text, whatever it holds', async () => {
    const detail = '<img src=x onerror="globalThis.broken = true">';
    const error = new PortalError('internal', {
      problem: { type: 'urn:x', title: detail, status: 500, code: 'internal', detail },
    });
    const element = await bubble(new FakePortal({ session: error }));
    expect(inside(element, '.gist').textContent).to.contain(detail);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('an unreachable portal still says whom to call, and that a counter exists', async () => {
    const element = await bubble(new FakePortal({ session: unreachable, catalogue: unreachable }));
    expect(words(element)).to.contain(
      'Appelez le 39 39 (en semaine, aux heures de bureau) ou allez à un guichet France services',
    );
    const panel = await open(element);
    expect(words(panel)).to.contain('Allô Service Public');
  });

  it('with the catalogue it says who answers the phone, and when', async () => {
    const element = await bubble(new FakePortal({ session: unreachable }));
    await until(() =>
      words(element).includes(
        'Appelez le 39 39 (du lundi au vendredi, de 8 h 30 à 18 h 30) ou allez à un guichet France services.',
      ),
    );
    const panel = await open(element);
    await until(() => words(panel).includes(catalogue.support.name));
    expect(words(panel)).to.contain('39 39 du lundi au vendredi, de 8 h 30 à 18 h 30');
    expect(inside(element, 'a[href="tel:3939"]')).to.exist;
  });

  it('signed out, it contains the way in', async () => {
    const element = await bubble(new FakePortal({ session: signedOut }));
    await until(() => Boolean(inside(element, 'mds-sign-in').shadowRoot?.querySelector('.fc')));
    expect(inside(inside(element, 'mds-sign-in'), '.fc').getAttribute('target')).to.equal('_top');
  });
});
