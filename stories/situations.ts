import type { Domain } from '@mds-kit/contract/domains';
import {
  domainRights,
  notAnswering,
  notCovered,
  nothingPaid,
  onSickLeave,
  partial,
  ready,
  unknownAffiliation,
} from '@mds-kit/contract/fixtures/rights';
import type { Period } from '@mds-kit/contract/money';
import { organisations as org } from '@mds-kit/contract/fixtures/organisations';
import type { DomainRights, Right } from '@mds-kit/contract/rights';

/** What the portal may answer about any domain. */
export type Situation = (domain: Domain) => DomainRights;

const offered = (domain: Domain) => ready[domain].offers;

/** A fixture of one domain, told of another: what matters in it is the situation. */
const of =
  (answer: DomainRights): Situation =>
  (domain) => ({ ...answer, domain, offers: offered(domain) });

/** The full answer of a domain, with its rights changed. */
const changed =
  (change: (right: Right, index: number) => Partial<Right>): Situation =>
  (domain) => ({
    ...ready[domain],
    rights: ready[domain].rights.map((right, index) => ({ ...right, ...change(right, index) })),
  });

/** What was known has ended, and somebody is not heard. */
const endedBut =
  (unheard: Pick<DomainRights, 'missing'> | Pick<DomainRights, 'notCovered'>): Situation =>
  (domain) => ({ ...changed(() => ({ status: 'ended', until: '2026-10-31' }))(domain), ...unheard });

const allReady: Situation = (domain) => ready[domain];

const STATUSES = ['open', 'pending', 'suspended', 'ended'] as const;

/** One right in each status, a payment of each rhythm, and one right without an amount. */
const mixed: Situation = (domain) => {
  const [first] = ready[domain].rights;
  if (!first) return ready[domain];
  const paid = (cents: number, period: Period) => ({ cents, period });
  const benefits = offered(domain);
  const rights = STATUSES.map((status, index) => ({
    ...first,
    benefit: benefits[index % benefits.length] ?? first.benefit,
    status,
    amount: status === 'open' ? paid(48_712, 'quarter') : null,
  }));
  return { ...ready[domain], rights: [...rights, { ...first, amount: paid(21_000, 'year') }] };
};

/** Three organisations silent for three reasons, and not a right known. */
const severalSilent: Situation = (domain) =>
  domainRights(domain, {
    organisations: [org.caf, org.jobs, org.department],
    missing: [
      { organisation: org.caf.id, why: 'timeout' },
      { organisation: org.jobs.id, why: 'unavailable' },
      { organisation: org.department.id, why: 'unauthorised' },
    ],
  });

/** A family of seven with every benefit of its domain, from three funds. */
const many: Situation = (domain) => {
  const names = ['Maximilienne-Joséphine', 'Jean-Baptiste', 'Léa', 'Noé', 'Anne-Charlotte', 'Zoé', 'Côme'];
  const funds = [org.msa, org.department, org.selfEmployed];
  const benefits = [...offered(domain), ...offered('solidarity'), ...offered('employment')];
  return {
    ...ready[domain],
    rights: benefits.map((benefit, index) => ({
      benefit,
      status: 'open',
      amount: { cents: 123_456 + index * 10_007, period: 'month' },
      beneficiaries: [
        { kind: 'self', firstName: null },
        { kind: 'partner', firstName: null },
        ...names.map((firstName) => ({ kind: 'child' as const, firstName })),
      ],
      since: '2019-09-01',
      until: '2027-09-30',
      organisation: funds[index % funds.length]?.id ?? org.msa.id,
      asOf: ready[domain].asOf,
    })),
    organisations: funds,
    procedures: Object.values(ready).flatMap((answer) =>
      answer.procedures.map((procedure) => ({ ...procedure, organisation: org.msa.id })),
    ),
    topics: ready.family.topics.map((topic) => ({ ...topic, organisation: org.msa.id })),
  };
};

const LONG_NAME =
  'Caisse commune de sécurité sociale des territoires réunis de la Haute-Vallée-de-l’Exemple et de ses environs';
const LONG_WORD = 'Anticonstitutionnellementrechtsschutzversicherungsgesellschaften';

/** Names and titles that are longer than anybody foresaw, one of them without a place to break. */
const longTexts: Situation = (domain) => {
  const { rights, topics } = ready.family;
  const long = { ...org.caf, name: LONG_NAME, address: [LONG_NAME, `${LONG_WORD} 00000`] };
  return {
    ...ready.family,
    domain,
    offers: offered(domain),
    rights: rights.map((right) => ({
      ...right,
      amount: { cents: 123_456_789, period: 'quarter' },
      beneficiaries: [{ kind: 'child', firstName: LONG_WORD }],
    })),
    organisations: [long],
    topics: topics.map((topic, index) => ({
      ...topic,
      title: { lang: 'fr', text: index === 0 ? `${LONG_NAME} : ${LONG_NAME}` : LONG_WORD },
      summary: { lang: 'fr', text: `${LONG_NAME}. `.repeat(4) },
    })),
  };
};

/** What a newer portal may send, and news in languages that this kit does not speak. */
const newer: Situation = (domain) => {
  const { rights, procedures, topics } = ready.family;
  const [topic] = topics;
  const news = [
    ['ar', 'تغيير الوضع العائلي: ما يجب التصريح به'],
    ['pt', 'Mudança de morada: o que declarar'],
  ] as const;
  return {
    ...ready.family,
    domain,
    offers: ['allocation-inconnue'],
    rights: rights.map((right) => ({ ...right, benefit: 'allocation-inconnue' })),
    procedures: procedures.map((procedure) => ({ ...procedure, id: 'demarche-inconnue' })),
    topics: topic
      ? news.map(([lang, text]) => ({ ...topic, id: `news-${lang}`, title: { lang, text } }))
      : [],
  };
};

/** Markup, scripts, addresses and writing direction where names are expected: all of it is text to be read. */
export const HOSTILE = {
  markup: '<img src=x onerror="window.hostile = true"><script>window.hostile = true</script>',
  attribute: '" onfocus="window.hostile = true" autofocus x="',
  template: '${window.hostile = true}{{constructor.constructor("window.hostile = true")()}}',
  direction: '\u202Eerttel al ed ruoter\u202C',
} as const;

const hostile: Situation = (domain) => {
  const { rights, procedures, topics } = ready.family;
  const link = { id: 'caf.account', host: HOSTILE.attribute };
  return {
    ...ready.family,
    domain,
    offers: ['constructor'],
    rights: rights.map((right, index) => ({
      ...right,
      benefit: index === 0 ? 'constructor' : right.benefit,
      beneficiaries: [{ kind: 'child', firstName: HOSTILE.markup }],
    })),
    organisations: [
      { ...org.caf, name: HOSTILE.markup, address: Object.values(HOSTILE), links: { account: link } },
    ],
    procedures: procedures.map((procedure, index) => ({
      ...procedure,
      id: index === 0 ? 'constructor' : procedure.id,
      link,
    })),
    topics: topics.map((topic, index) => ({
      ...topic,
      title: { lang: 'fr', text: index === 0 ? HOSTILE.template : HOSTILE.direction },
      summary: { lang: 'fr', text: HOSTILE.markup },
      link: index === 0 ? link : null,
    })),
  };
};

/** Every situation that a story shows, by name. */
export const situations = {
  ready: allReady,
  oneRight: (domain) => ({ ...ready[domain], rights: ready[domain].rights.slice(0, 1) }),
  partial: of(partial),
  nothingPaid: of(nothingPaid),
  notCovered: of(notCovered),
  notAnswering: of(notAnswering),
  severalSilent,
  unknownAffiliation: of(unknownAffiliation),
  onSickLeave: of(onSickLeave),
  daysOld: changed((_right, index) => (index === 1 ? { asOf: '2026-11-19T00:00:00Z' } : {})),
  zeroEuro: changed(() => ({ amount: { cents: 0, period: 'month' } })),
  pending: changed(() => ({ status: 'pending', amount: null, until: null })),
  suspended: changed(() => ({ status: 'suspended' })),
  ended: changed(() => ({ status: 'ended', until: '2026-10-31' })),
  endedOneSilent: endedBut({ missing: partial.missing }),
  endedNotTransmitted: endedBut({ notCovered: notCovered.notCovered }),
  mixed,
  many,
  longTexts,
  newer,
  hostile,
} satisfies Record<string, Situation>;
