import { PortalError } from '@mds-kit/client/portal-error';
import { domainRights, ready } from '@mds-kit/contract/fixtures/rights';
import { catalogue } from '@mds-kit/contract/fixtures/catalogue';
import * as answers from '@mds-kit/contract/fixtures/rights';
import { signedOut } from '@mds-kit/contract/fixtures/session';
import type { DomainRights, Right } from '@mds-kit/contract/rights';
import { expect } from '@open-wc/testing';
import type { MdsErrorEvent, MdsToggleEvent } from '../events.ts';
import { maintenance, refusal, unreachable } from '../testing/failures.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import type { FakeAnswers } from '../testing/fake-portal.ts';
import { inside, mount, unmount, until, words } from '../testing/mount.ts';
import './define.ts';
import type { RightsBubble } from './rights-bubble.ts';

const answering = (answer: DomainRights) => new FakePortal({ rights: () => answer });

const bubble = (portal: FakePortal, domain = 'family', attributes: Record<string, string> = {}) =>
  mount('mds-rights-bubble', portal, { attributes: { domain, ...attributes } });

/** Opens by the button, as a click or Enter does, and waits for the panel. */
async function open(element: RightsBubble): Promise<HTMLElement> {
  inside(element, '.toggle').click();
  await until(() => element.shadowRoot?.querySelector('.panel') !== null);
  return inside(element, '.panel');
}

/** The family fixture with one right changed. */
function withRight(changes: Partial<Right>): DomainRights {
  const [first] = ready.family.rights;
  if (!first) throw new Error('The fixture has rights');
  return domainRights('family', { ...ready.family, rights: [{ ...first, ...changes }] });
}

afterEach(unmount);

describe('a closed bubble says the one fact that matters', () => {
  it('adds up what is paid a month, and who says so', async () => {
    const element = await bubble(new FakePortal());
    expect(words(element)).to.contain('228,20 € par mois');
    expect(words(element)).to.contain('2 droits ouverts');
    // "à" and its hour stay on one line.
    expect(inside(element, '.gist .quiet').textContent).to.match(/^Caf de l’Exemple, à\u00a0\d+\u00a0h/);
  });

  it('says what is paid a day, as daily allowances are', async () => {
    const element = await bubble(answering(answers.onSickLeave), 'health');
    expect(words(element)).to.contain('41,47 € par jour');
    expect(words(await open(element))).to.contain('Indemnités journalières');
  });

  it('shows 0 € as an amount, not as no right', async () => {
    const text = words(await bubble(answering(withRight({ amount: { cents: 0, period: 'month' } }))));
    expect(text).to.contain('0,00 € par mois');
    expect(text).to.contain('1 droit ouvert');
  });

  it('does not read a right without amount as 0', async () => {
    const text = words(await bubble(new FakePortal(), 'health'));
    expect(text).to.contain('Vos droits sont ouverts');
    expect(text).not.to.contain('€');
  });

  it('says what presses', async () => {
    expect(words(await bubble(new FakePortal(), 'solidarity'))).to.contain(
      'À faire avant le 31 décembre 2026',
    );
  });

  for (const [status, word] of [
    ['pending', 'Demande à l’étude'],
    ['suspended', 'Versement suspendu'],
    ['ended', 'Vos droits ont pris fin'],
  ] as const)
    it(`does not count a right that is ${status} as open`, async () => {
      const text = words(await bubble(answering(withRight({ status }))));
      expect(text).to.contain(word);
      expect(text).not.to.contain('€');
    });

  for (const [name, parts, why] of [
    [
      'an organisation is silent',
      { missing: answers.partial.missing },
      'France Travail de l’Exemple n’a pas répondu. Réessayer',
    ],
    [
      'a scheme does not transmit',
      { notCovered: answers.notCovered.notCovered },
      'Le régime des indépendants ne transmet pas encore ces informations.',
    ],
  ] as const)
    it(`never reads ended rights as the end of all rights while ${name}`, async () => {
      const ended = ready.employment.rights.map((right) => ({ ...right, status: 'ended' as const }));
      const answer = domainRights('employment', { ...ready.employment, rights: ended, ...parts });
      const element = await bubble(answering(answer), 'employment');
      expect(inside(element, '.figure').textContent).to.equal('Nous ne savons pas tout');
      expect(inside(element, '.chip').textContent).to.equal('Réponse incomplète');
      expect(words(element))
        .to.contain(why)
        .and.not.to.match(/pris fin|terminés/);
    });

  it('says whose data it shows', async () => {
    const text = words(await bubble(new FakePortal()));
    expect(text).to.contain('Camille 2 85 05 •• ••• ••• ••');
    expect(text).to.contain('Ce n’est pas vous ? Se déconnecter');
  });

  it('shows what the page put into the tag while its domain is none', async () => {
    const element = await mount('mds-rights-bubble', new FakePortal(), {
      attributes: { domain: 'wealth' },
      settled: false,
    });
    expect(element.shadowRoot?.querySelector('slot')).to.exist;
  });
});

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

describe('an open bubble', () => {
  it('shows its four parts in their order', async () => {
    const panel = await open(await bubble(new FakePortal()));
    const titles = [...panel.querySelectorAll('.part-title')].map((title) => title.textContent);
    expect(titles).to.deep.equal(['Vos droits', 'Vos démarches', 'Vos interlocuteurs', 'À savoir']);
  });

  it('says for whom a right is paid, and since when', async () => {
    const panel = await open(await bubble(new FakePortal()));
    expect(words(panel)).to.contain(
      'Allocations familiales Pour Léa et Noé, depuis le 1er septembre 2021 151,05 € par mois',
    );
  });

  it('says of which day a right is true where that is not today', async () => {
    const [first, balance] = ready.employment.rights;
    if (!first || !balance) throw new Error('The fixture has both');
    const old = { ...balance, asOf: '2026-11-19T00:00:00Z' };
    const answer = { ...ready.employment, rights: [first, old] };
    const panel = await open(await bubble(answering(answer), 'employment'));
    expect(words(panel)).to.contain('situation au 19 novembre 2026 1 500,00 € disponibles');
    expect(words(panel).match(/situation au/g)).to.have.length(1);
  });

  it('puts the procedures that press first, by date', async () => {
    const [first, second] = ready.family.procedures;
    if (!first || !second) throw new Error('The fixture has procedures');
    const procedures = [
      first,
      { ...second, dueBy: '2027-03-01' },
      { ...second, id: 'declare-birth', dueBy: '2026-12-31' },
    ];
    const panel = await open(await bubble(answering({ ...ready.family, procedures })));
    const lines = [...panel.querySelectorAll('.part:nth-child(2) li')].map((line) => words(line));
    expect(lines[0]).to.contain('À faire avant le 31 décembre 2026 Déclarer une naissance');
    expect(lines[1]).to.contain('À faire avant le 1er mars 2027 Obtenir une attestation de paiement');
    expect(lines[2]).to.contain('Signaler un changement de situation');
  });

  // Every JavaScript object answers to `constructor`: it is no word for a benefit.
  for (const id of ['unknown', 'constructor'])
    it(`names a right and a procedure that this kit does not know, '${id}', by their organisation`, async () => {
      const procedures = ready.family.procedures.slice(0, 1).map((first) => ({ ...first, id }));
      const text = words(await open(await bubble(answering({ ...withRight({ benefit: id }), procedures }))));
      expect(text).to.contain('Un droit géré par Caf de l’Exemple');
      expect(text).to.contain('Une démarche auprès de : Caf de l’Exemple');
    });

  it('leaves by rebounds that say that they leave, and where to', async () => {
    const panel = await open(await bubble(new FakePortal()));
    const links = [...panel.querySelectorAll<HTMLAnchorElement>('a.way:not([href^=tel])')];
    expect(links.length).to.be.greaterThan(6);
    for (const link of links) {
      expect(link.href).to.match(/^https:\/\/portail\.exemple\/rebound\/[a-z.-]+$/);
      expect(link.target).to.equal('_blank');
      expect(link.rel).to.equal('noopener noreferrer');
      expect(words(link)).to.match(/sur caf\.exemple\s*, nouvelle fenêtre$/);
    }
  });

  it('does not call going to an account as creating one is called', async () => {
    const panel = await open(await bubble(new FakePortal()));
    const ways = [...panel.querySelectorAll('.contact .words')].map((one) => one.textContent);
    expect(ways).to.include('Accéder à votre compte');
    expect(ways.join()).not.to.match(/Ouvrir/);
  });

  it('keeps the words of a fund in their own language', async () => {
    const panel = await open(await bubble(new FakePortal()));
    expect(panel.querySelector('[lang=fr]')?.textContent).to.contain('collège');
  });

  it('says what exists when nothing is paid, a line each, and where to simulate', async () => {
    const panel = await open(await bubble(answering(answers.nothingPaid), 'solidarity'));
    await until(() => words(panel).includes('Faire une simulation'));
    expect(words(panel)).to.contain('rien ne vous est versé');
    expect(words(panel)).to.contain('Revenu de solidarité active (RSA) Un revenu minimum');
  });

  it('says who did not answer, and why, beside the rights', async () => {
    const text = words(await open(await bubble(answering(answers.partial), 'employment')));
    expect(text).to.contain('187,90 € par mois');
    expect(text).to.contain(
      'France Travail de l’Exemple n’a pas répondu à temps. Vos droits ne changent pas.',
    );
  });

  it('does not say that nothing is to do while a fund is silent, or does not transmit', async () => {
    for (const [answer, domain] of [
      [answers.notAnswering, 'housing'],
      [answers.notCovered, 'employment'],
    ] as const) {
      const text = words(await open(await bubble(answering(answer), domain)));
      expect(text).to.not.contain('Rien');
      expect(text).to.contain('Vos démarches Nous ne le savons pas pour l’instant.');
      expect(text).to.contain('À savoir Nous ne le savons pas pour l’instant.');
    }
  });

  it('shows a fund’s text as text, whatever it holds', async () => {
    const hostile = '<img src=x onerror="globalThis.broken = true"><script>1</script>';
    const [organisation] = ready.family.organisations;
    const [topic] = ready.family.topics;
    if (!organisation || !topic) throw new Error('The fixture has both');
    const answer = {
      ...withRight({ beneficiaries: [{ kind: 'child', firstName: hostile }] }),
      organisations: [{ ...organisation, name: hostile, address: [hostile] }],
      topics: [{ ...topic, title: { lang: '"><b>', text: hostile } }],
    };
    const element = await bubble(answering(answer));
    const panel = await open(element);
    expect(panel.textContent).to.contain(hostile);
    expect(element.shadowRoot?.querySelector('img, script, b > img')).to.equal(null);
    expect('broken' in globalThis).to.equal(false);
  });
});

describe('opening and closing', () => {
  it('is a button that says whether it is open, and links stand beside it, not in it', async () => {
    const element = await bubble(answering(answers.partial), 'employment');
    const toggle = inside(element, '.toggle');
    expect(toggle.localName).to.equal('button');
    expect(toggle.getAttribute('aria-expanded')).to.equal('false');
    const panel = await open(element);
    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
    expect(toggle.getAttribute('aria-controls')).to.equal(panel.id);
    expect(toggle.querySelector('a, button')).to.equal(null);
  });

  it('Escape closes, and the keyboard is back on the button', async () => {
    const element = await bubble(new FakePortal());
    const panel = await open(element);
    panel.querySelector('a')?.focus();
    panel.querySelector('a')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await element.updateComplete;
    expect(element.open).to.equal(false);
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '.toggle'));
  });

  it('so does the button that closes', async () => {
    const element = await bubble(new FakePortal());
    const panel = await open(element);
    panel.querySelector<HTMLElement>('[part=close]')?.click();
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.panel')).to.equal(null);
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '.toggle'));
  });

  it('is told to the page when the person does it, and not when the page does', async () => {
    const element = await bubble(new FakePortal());
    const told: boolean[] = [];
    element.addEventListener('mds-toggle', (event: MdsToggleEvent) => told.push(event.open));
    await open(element);
    inside(element, '.toggle').click();
    element.open = true;
    await element.updateComplete;
    element.open = false;
    await element.updateComplete;
    expect(told).to.deep.equal([true, false]);
  });

  it('titles stand at the level that the page asks for, parts one below', async () => {
    const element = await bubble(new FakePortal(), 'family', { 'heading-level': '4' });
    const panel = await open(element);
    expect(inside(element, '.title').getAttribute('aria-level')).to.equal('4');
    expect(panel.querySelector('.part-title')?.getAttribute('aria-level')).to.equal('5');
  });

  it('every target is 44 px high or a word in a sentence', async () => {
    const element = await bubble(answering(answers.partial), 'employment');
    const panel = await open(element);
    const targets = [...panel.querySelectorAll('.way:not(.phone), button'), inside(element, '[part=retry]')];
    for (const target of targets) expect(target.getBoundingClientRect().height).to.be.at.least(44);
  });
});

describe('asking', () => {
  it('gives up when the tag leaves the page, and asks again when it comes back', async () => {
    const portal = new FakePortal({ rights: () => 'never' });
    const element = await mount('mds-rights-bubble', portal, {
      attributes: { domain: 'family' },
      settled: false,
    });
    await until(() => portal.asked.includes('rights/family'));
    const box = element.parentElement;
    element.remove();
    await until(() => portal.givenUp.includes('rights/family'));
    expect(portal.listeners).to.equal(0);
    portal.answers = {};
    box?.append(element);
    await until(() => words(element).includes('228,20 €'));
    expect(portal.listeners).to.equal(1);
  });

  it('asks past kept answers when the person retries, and leaves the rights on screen meanwhile', async () => {
    const portal = answering(answers.partial);
    const element = await bubble(portal, 'employment');
    portal.answers = { rights: () => 'never' };
    const retry = inside(element, '[part=retry]');
    retry.focus();
    retry.click();
    await until(() => portal.asked.includes('rights/employment fresh'));
    await element.updateComplete;
    expect(words(element)).to.contain('187,90 € par mois');
    expect(words(element)).to.contain('Nouvel essai…');
  });

  it('puts the keyboard on the bubble when the retry button is gone', async () => {
    const portal = answering(answers.partial);
    const element = await bubble(portal, 'employment');
    portal.answers = {};
    const retry = inside(element, '[part=retry]');
    retry.focus();
    retry.click();
    await until(() => words(element).includes('2 droits ouverts'));
    await until(() => element.shadowRoot?.activeElement === inside(element, '.toggle'));
  });

  it('asks nothing about rights while nobody is signed in', async () => {
    const portal = new FakePortal({ session: signedOut });
    await bubble(portal);
    expect(portal.asked.filter((what) => what.startsWith('rights'))).to.deep.equal([]);
  });

  it('does without the catalogue while it is ready and closed', async () => {
    const portal = new FakePortal();
    await bubble(portal);
    expect(portal.asked).to.deep.equal(['session', 'rights/family']);
  });

  it('takes the rights off the screen at once when somebody signs out elsewhere', async () => {
    const portal = new FakePortal();
    const element = await bubble(portal);
    const changes: boolean[] = [];
    element.addEventListener('mds-session-change', ({ signedIn }) => changes.push(signedIn));
    portal.changeSession(signedOut);
    await element.updateComplete;
    expect(words(element)).not.to.contain('€');
    await until(() => words(element).includes('Session terminée'));
    expect(words(element)).not.to.contain('Camille');
    await until(() => changes.length > 0);
    expect(changes).to.deep.equal([false]);
  });

  it('says that signing out did not work', async () => {
    const element = await bubble(new FakePortal({ signOut: unreachable }));
    inside(element, '[part=sign-out]').click();
    await until(() => words(element).includes('Déconnexion impossible. Réessayer'));
  });
});

describe('what the page and people who listen are told', () => {
  it('announces the outcome once, and nothing while loading', async () => {
    const element = await bubble(new FakePortal());
    expect(inside(element, '[role=status]').textContent).to.equal('Famille\u00a0: 2 droits ouverts');
    const waiting = await mount('mds-rights-bubble', new FakePortal({ session: 'never' }), {
      attributes: { domain: 'family' },
      settled: false,
    });
    expect(inside(waiting, '[role=status]').textContent).to.equal('');
  });

  it('tells the code of a failure, and no event says anything about the person', async () => {
    const portal = new FakePortal({ session: unreachable });
    const element = document.createElement('mds-rights-bubble');
    const events: Event[] = [];
    for (const type of ['mds-error', 'mds-ready'] as const)
      element.addEventListener(type, (event) => events.push(event));
    element.domain = 'family';
    element.client = portal;
    document.body.append(element);
    await until(() => events.length === 2);
    element.remove();
    expect((events[0] as MdsErrorEvent).code).to.equal('network');
    for (const event of events)
      expect(Object.keys(event).filter((key) => !['code', 'isTrusted'].includes(key))).to.deep.equal([]);
  });
});
