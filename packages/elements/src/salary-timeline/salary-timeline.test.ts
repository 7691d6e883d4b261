import {
  irregular,
  largest,
  sharedPayment,
  tenMissions,
  twoEmployers,
} from '@mds-kit/contract/fixtures/salaries';
import { expect } from '@open-wc/testing';
import { FakePortal } from '../testing/fake-portal.ts';
import { inside, unmount, until, words } from '../testing/mount.ts';
import type { MdsReportSalaryEvent } from './report-event.ts';
import type { SalaryTimeline } from './salary-timeline.ts';
import {
  all,
  choose,
  focused,
  month,
  open,
  panel,
  plain,
  press,
  said,
  shows,
  timeline,
  WIDE,
} from './testing.ts';

afterEach(unmount);

describe('what is asked', () => {
  it('twelve months, or as many as the tag says, 36 at most', async () => {
    const asked = async (attributes: Record<string, string>) => {
      const portal = new FakePortal();
      await timeline(portal, attributes);
      unmount();
      return portal.asked.filter((what) => what.startsWith('salaries'));
    };
    expect(await asked({})).to.deep.equal(['salaries/12']);
    expect(await asked({ months: '24' })).to.deep.equal(['salaries/24']);
    expect(await asked({ months: '600' })).to.deep.equal(['salaries/36']);
    expect(await asked({ months: '-3' })).to.deep.equal(['salaries/1']);
    expect(await asked({ months: 'beaucoup' })).to.deep.equal(['salaries/12']);
  });

  it('again when the tag asks for other months', async () => {
    const portal = new FakePortal();
    const element = await timeline(portal);
    element.setAttribute('months', '6');
    await until(() => portal.asked.includes('salaries/6'));
  });
});

describe('the chart', () => {
  it('names each lane: employer, contract, since when, and what it came to', async () => {
    const element = await timeline();
    expect(all(element, '[role=rowheader]').map(words)).to.deep.equal([
      'Atelier de l’Exemple Total : 24 821,10 € CDI, temps plein depuis le 1er mars 2020',
      'Boutique Fictive Total : 2 268,00 € CDD, mi-temps 1er avril – 30 juin 2026',
      'Total des salaires',
    ]);
    expect(words(inside(element, '.say'))).to.equal(
      'Ce que vos employeurs ont déclaré entre octobre 2025 et septembre 2026. Depuis octobre 2026, tout n’est pas encore transmis.',
    );
  });

  it('calls an employer by its SIRET where its name is not known, and a nature by its code', async () => {
    const element = await timeline(shows(irregular));
    expect(words(element)).to.contain('Employeur SIRET 123 456 789 00012');
    expect(words(element)).to.contain('Contrat de nature 99');
    expect(words(element)).to.contain('Apprentissage, temps plein');
  });

  it('names a rarer nature of contract once the words are there', async () => {
    const [employer, ...others] = twoEmployers.employers;
    if (!employer) throw new Error('no employer');
    const contracts = employer.contracts.map((contract) => ({ ...contract, nature: '70' }));
    const element = await timeline(
      shows({ ...twoEmployers, employers: [{ ...employer, contracts }, ...others] }),
    );
    await until(() => words(inside(element, '.lane:not(.head-row) .who')).includes('Travail en Ésat'));
    expect(words(inside(element, 'table'))).to.contain('Travail en Ésat');
  });

  it('writes the values of one measure on bars of its scale, and changes all of it with the measure', async () => {
    const element = await timeline();
    const figures = () => all(element, '[data-line] .figure').map((figure) => plain(figure.textContent));
    const top = () => Number.parseFloat(inside(element, '[data-line] .pay.up').getAttribute('y') ?? '');
    expect(figures()).to.include.members(['2 000', '2 040', '756']);
    const before = top();
    await choose(element, 'gross');
    expect(figures()).to.include('2 548').and.to.not.include('2 000');
    await until(() =>
      words(inside(element, '.meaning')).includes('il compte pour la retraite et le chômage'),
    );
    expect(Math.abs(top() - before)).to.be.lessThan(8);
  });

  it('says what each measure means as soon as it is chosen', async () => {
    const element = await timeline();
    const meanings = new Set<string>();
    for (const measure of ['netSocial', 'netPaid', 'netTaxable', 'gross']) {
      await choose(element, measure);
      await until(() => words(inside(element, '#meaning')) !== 'Montants en euros.');
      const radio = inside(element, `[value=${measure}]`);
      expect(radio.getAttribute('aria-describedby')).to.equal('meaning');
      meanings.add(words(inside(element, '#meaning')));
    }
    expect(meanings.size).to.equal(4);
  });

  it('draws the old outline of a month that was corrected, beside a word', async () => {
    const element = await timeline();
    const april = month(element, 'contrat-atelier-2026-04');
    expect(april.querySelector('.old')).to.exist;
    expect(words(april)).to.contain('Avril 2026 : 2 040,22 €, corrigé, avant : 2 160,22 €');
    expect(month(element, 'contrat-atelier-2026-05').querySelectorAll('.old').length).to.equal(0);
    await choose(element, 'netTaxable');
    expect(
      month(element, 'contrat-atelier-2026-04').querySelectorAll('.old').length,
      'was not corrected',
    ).to.equal(0);
  });

  it('marks what is to come, what was not declared, absences and bonuses by words', async () => {
    const element = await timeline(shows(irregular));
    const of = (at: string) =>
      plain(month(element, `contrat-saisons-${at}`).querySelector('.hidden')?.textContent ?? '');
    expect(of('2026-10')).to.equal('Octobre 2026 : à venir');
    expect(of('2026-02')).to.equal('Février 2026 : non déclaré');
    expect(of('2026-01')).to.equal('Janvier 2026 : 840,10 €, absence');
    expect(of('2025-12')).to.equal('Décembre 2025 : 1 735,00 €, prime');
    expect(of('2026-05')).to.equal('Mai 2026 : annulé, corrigé, avant : 1 280,00 €');
    expect(of('2026-06')).to.equal('Juin 2026 : 0,00 €, corrigé, avant : 1 280,00 €');
  });

  it('says the total of each month, to whoever listens too', async () => {
    const element = await timeline(shows(irregular));
    const totals = all(element, '.totals [role=gridcell] .hidden').map(words);
    expect(totals).to.include.members([
      'Octobre 2025 : 1 280,00 €',
      'Février 2026 : non déclaré',
      'Août 2026 : 1 430,20 €',
      'Novembre 2026 : à venir',
    ]);
  });

  it('gives a payment for several contracts a lane of its own', async () => {
    const element = await timeline(shows(sharedPayment));
    expect(words(element)).to.contain('Payé pour plusieurs contrats ensemble');
    expect(panel(element)).to.contain('Groupé : payé en une fois avec vos autres contrats');
  });

  it('has months side by side where there is room, and downwards where there is none, never sideways', async () => {
    for (const width of [280, 320, 600, 900, WIDE, 1280])
      for (const what of [twoEmployers, tenMissions, largest]) {
        const element = await timeline(shows(what), {}, width);
        const cells = all(element, '[data-line]')
          .slice(0, 2)
          .map((cell) => cell.getBoundingClientRect());
        const beside = cells[0]?.top === cells[1]?.top;
        if (what === twoEmployers) expect(beside, String(width)).to.equal(width >= 992);
        expect(element.scrollWidth, String(width)).to.be.at.most(width);
        unmount();
      }
  });
});

describe('the keyboard', () => {
  it('comes to the chart once, where the open month is, and leaves it by the next key', async () => {
    const element = await timeline();
    const stops = all(element, '[data-line]').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops.map(({ dataset }) => dataset.line)).to.deep.equal(['exemple-contrat-atelier-2026-09']);
    stops[0]?.focus();
    press(element, 'Home');
    expect(focused(element)).to.equal(month(element, 'contrat-atelier-2025-10'));
    expect(all(element, '[data-line]').filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
  });

  it('goes along time and lanes, and opens by Enter or Space, which is announced', async () => {
    const element = await timeline();
    month(element, 'contrat-atelier-2026-05').focus();
    press(element, 'ArrowLeft');
    press(element, 'ArrowDown');
    expect(focused(element)).to.equal(month(element, 'contrat-boutique-2026-04'));
    press(element, 'Enter');
    await until(() => said(element) === 'Avril 2026 : le détail est affiché sous le graphique.');
    expect(panel(element)).to.contain('Avril 2026 · Boutique Fictive');
    expect(focused(element), 'stays in the chart').to.equal(month(element, 'contrat-boutique-2026-04'));
    expect(focused(element)?.getAttribute('aria-selected')).to.equal('true');
    press(element, 'ArrowUp');
    press(element, ' ');
    await until(() => panel(element).includes('Atelier'));
  });

  it('follows the screen: downwards is later on a narrow one', async () => {
    const element = await timeline({}, {}, 320);
    month(element, 'contrat-atelier-2026-04').focus();
    press(element, 'ArrowDown');
    expect(focused(element)).to.equal(month(element, 'contrat-atelier-2026-05'));
    press(element, 'ArrowRight');
    expect(focused(element)).to.equal(month(element, 'contrat-boutique-2026-05'));
  });

  it('finds the way back from the panel to the month that is open', async () => {
    const element = await timeline({}, {}, 320);
    await open(element, 'contrat-boutique-2026-05');
    inside(element, '.back').click();
    expect(focused(element)).to.equal(month(element, 'contrat-boutique-2026-05'));
  });
});

describe('the open month', () => {
  it('is the latest at first; another one when it is pressed', async () => {
    const element = await timeline();
    expect(panel(element)).to.contain('Septembre 2026 · Atelier de l’Exemple');
    await open(element, 'contrat-atelier-2026-04');
    await until(() => panel(element).includes('l’employeur'));
    expect(panel(element)).to.contain(
      'Net social avant : 2 160,22 € 2 040,22 € Net payé 1 985,40 € Net imposable 2 051,10 € Brut avant : 2 720,00 € 2 600,00 € Heures 151,67 h',
    );
    expect(all(element, '.panel s').map(words)).to.deep.equal(['avant : 2 160,22 €', 'avant : 2 720,00 €']);
    expect(panel(element)).to.contain(
      'Le 5 juin 2026, l’employeur a corrigé ce mois dans une autre déclaration (mai 2026).',
    );
    expect(panel(element)).to.contain('Pour le travail : 1er–30 avril 2026 Payé le 28 avril 2026');
  });

  it('tells each correction, oldest first', async () => {
    const element = await timeline(shows(irregular));
    await open(element, 'contrat-saisons-2026-06');
    await until(() => panel(element).includes('l’employeur'));
    expect(panel(element)).to.contain(
      'Le 20 juillet 2026, l’employeur a refait toute sa déclaration du mois. Le 17 août 2026, l’Urssaf ou la MSA a déclaré à la place de l’employeur.',
    );
    expect(panel(element)).to.contain('Net social avant : 1 280,00 € avant : 640,00 € 0,00 €');
    await open(element, 'contrat-saisons-2026-05');
    expect(panel(element)).to.contain('Le 3 août 2026, l’employeur a annulé sa déclaration.');
  });

  it('tells bonuses and absences, unknown ones by their code', async () => {
    const element = await timeline(shows(irregular));
    await until(() => panel(element).includes('Prime de type'));
    expect(panel(element))
      .to.contain('Prime de type 999 : 50,00 €')
      .and.to.contain('Net imposable non déclaré');
    await open(element, 'contrat-saisons-2025-12');
    expect(panel(element)).to.contain('Prime liée à l’activité : 455,00 € (1er janvier – 31 décembre 2025)');
    await open(element, 'contrat-saisons-2026-01');
    expect(panel(element)).to.contain('Arrêt maladie : 12–27 janvier 2026').and.to.contain('Heures 75,83 h');
    await open(element, 'contrat-saisons-2026-08');
    expect(panel(element)).to.contain('Congés payés : depuis le 3 août 2026');
  });

  it('that was not declared is no zero; one to come has nothing to report', async () => {
    const element = await timeline(shows(irregular));
    await open(element, 'contrat-saisons-2026-02');
    await until(() => panel(element).includes('Cela ne veut pas dire que vous n’avez rien gagné.'));
    expect(panel(element)).not.to.contain('0,00');
    expect(inside(element, '[part=report]')).to.exist;
    await open(element, 'contrat-saisons-2026-11');
    await until(() => panel(element).includes('Ce mois n’est pas encore transmis'));
    expect(all(element, '[part=report]').length).to.equal(0);
  });
});

describe('“this is wrong”', () => {
  const report = (element: SalaryTimeline) => inside(element, '[part=report]');

  it('tells whoever listens which line, and nothing else', async () => {
    const element = await timeline();
    await open(element, 'contrat-boutique-2026-05');
    const heard: MdsReportSalaryEvent[] = [];
    const take = (event: MdsReportSalaryEvent) => {
      heard.push(event);
      event.preventDefault();
    };
    document.body.addEventListener('mds-report-salary', take as EventListener);
    report(element).click();
    document.body.removeEventListener('mds-report-salary', take as EventListener);
    // Were it to be explained, its words would come late.
    await element.more.fetch();
    await element.updateComplete;
    expect(heard.map(({ lineId }) => lineId)).to.deep.equal(['exemple-contrat-boutique-2026-05']);
    expect(Object.keys(heard[0] ?? {}).filter((key) => key !== 'isTrusted')).to.deep.equal(['lineId']);
    expect(all(element, '.explain').length, 'a reporter took it').to.equal(0);
  });

  it('without a reporter: explains the figures, and whom to ask', async () => {
    const element = await timeline();
    report(element).click();
    await until(() => focused(element)?.id === 'why');
    const explained = words(inside(element, '.explain'));
    expect(explained).to.contain('Demandez d’abord à votre employeur');
    expect(explained).to.contain('Atelier de l’Exemple SIRET 000 000 001 00018');
    expect(explained).to.contain('Caf de l’Exemple Téléphone : 32 30');
    for (const measure of ['Net social', 'Net payé', 'Net imposable', 'Brut'])
      expect(explained).to.contain(measure);
    inside(element, '.explain .act:last-child').click();
    await until(() => focused(element) === report(element));
    expect(all(element, '.explain').length).to.equal(0);
  });

  it('of another income: who paid it', async () => {
    const element = await timeline(shows(irregular));
    await open(element, 'allocation-2026-02');
    expect(panel(element)).to.contain('Février 2026 · France Travail de l’Exemple Allocation chômage');
    report(element).click();
    await until(() => focused(element)?.id === 'why');
    const explained = words(inside(element, '.explain'));
    expect(explained).to.contain('Demandez à l’organisme qui vous a payé. France Travail de l’Exemple');
    expect(explained).not.to.contain('Caf').and.not.to.contain('employeur');
    // Nobody has a payslip of an allowance.
    expect(words(element)).not.to.contain('fiche de paie');
    expect(panel(element)).to.contain('Ce montant ne correspond pas à ce que vous avez reçu');
  });
});

describe('what comes late', () => {
  const LOST = 'Cette partie n’a pas pu être chargée.';
  /** Loses it until the way back is called. */
  function lose(element: SalaryTimeline): () => void {
    const { more } = element;
    const { load } = more;
    more.module = undefined;
    more.load = () => Promise.reject(new TypeError('gone'));
    return () => {
      more.load = load;
    };
  }
  const retry = (element: SalaryTimeline) => inside(element, '.lost [part=retry]');

  it('is not waited for: a month has its figures, and general words until there are exact ones', async () => {
    const element = await timeline(shows(irregular));
    const find = lose(element);
    await open(element, 'contrat-saisons-2025-12');
    expect(panel(element)).to.contain('Prime : 455,00 € (1er janvier – 31 décembre 2025)');
    await until(() => words(element).includes(LOST));
    find();
    retry(element).click();
    await until(() => panel(element).includes('Prime liée à l’activité : 455,00 €'));
    expect(words(element)).not.to.contain(LOST);
  });

  it('is said to be lost once it is asked for, and whom else to ask; another try goes on with it', async () => {
    const element = await timeline();
    const find = lose(element);
    inside(element, '[part=report]').click();
    await until(() => words(element).includes(LOST));
    expect(inside(element, '.lost [role=alert]')).to.exist;
    expect(words(inside(element, '.lost'))).to.contain('39 39');
    find();
    retry(element).click();
    await until(() => focused(element)?.id === 'why');
  });

  it('that is still lost is said again, and leaves the rest as it was', async () => {
    const element = await timeline();
    lose(element);
    await choose(element, 'gross');
    await until(() => words(element).includes(LOST));
    retry(element).focus();
    retry(element).click();
    await until(() => said(element) === LOST);
    expect(focused(element)).to.equal(retry(element));
    expect(words(inside(element, 'caption'))).to.equal('Brut, mois par mois');
    expect(words(inside(element, '.meaning'))).to.equal('Montants en euros.');
  });
});

describe('the table and the file', () => {
  it('is always there for people who listen, to the cent; and on screen behind one button', async () => {
    const element = await timeline();
    const table = inside(element, 'table');
    const box = inside(element, '#table');
    expect(box.getBoundingClientRect().width).to.equal(1);
    expect(plain(table.textContent)).to.contain('Avril 2026 Total des salaires : 2 796,22 €');
    expect(words(table)).to.contain('avant : 2 160,22 € 2 040,22 € corrigé');
    const toggle = inside(element, '.toggle');
    expect(toggle.getAttribute('aria-expanded')).to.equal('false');
    toggle.click();
    await element.updateComplete;
    expect(box.getBoundingClientRect().width).to.be.greaterThan(400);
    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
    expect(words(toggle)).to.equal('Masquer le tableau');
  });

  it('follows the measure, and tells the missions of one employer apart', async () => {
    const element = await timeline(shows(tenMissions));
    expect(words(inside(element, 'table'))).to.contain('Mission d’intérim , 13–17 juillet 2026 223,60 €');
    await choose(element, 'gross');
    expect(words(inside(element, 'caption'))).to.equal('Brut, mois par mois');
  });

  it('downloads what is shown, under a name that says which months, asking nothing of the person again', async () => {
    const portal = new FakePortal();
    const element = await timeline(portal);
    const before = portal.asked.length;
    const taken: { name: string; url: string }[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      taken.push({ name: this.download, url: this.href });
    };
    await choose(element, 'gross');
    inside(element, '.download').click();
    await until(() => taken.length > 0);
    HTMLAnchorElement.prototype.click = click;
    expect(taken.map(({ name }) => name)).to.deep.equal(['salaires-declares-2025-10-2026-11.csv']);
    const bytes = new Uint8Array(await (await fetch(taken[0]?.url ?? '')).arrayBuffer());
    expect([...bytes.subarray(0, 3)], 'the mark by which spreadsheets know UTF-8').to.deep.equal([
      0xef, 0xbb, 0xbf,
    ]);
    expect(new TextDecoder().decode(bytes)).to.contain('corrigé;2600,00;2720,00;151,67');
    const again = portal.asked.slice(before).filter((what) => what !== 'catalogue');
    expect(again).to.deep.equal([]);
  });
});
