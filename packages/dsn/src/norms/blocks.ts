/**
 * The blocks of a deposit that we read, as both yearly norms have them; the norms add what they differ in. Rubriques
 * bear the names of the model (model.ts says what they are), in the order of their numbers, which is the order in
 * which they are written.
 *
 * The block tree is one for all natures: each nature of the norm leaves blocks out, but none moves a block that we
 * read. Cardinalities and requirements are ours: a rubrique is required where a salary means nothing without it.
 */

/**
 * - `text`: printable ISO-8859-1, at most `length` characters
 * - `code`: at most `length` digits and capitals
 * - `digits`: exactly `length` digits, kept as text
 * - `integer`: at most `length` digits
 * - `amount`: at most `length` characters, a number with at most two decimals, kept in hundredths
 * - `date`: `DDMMYYYY`; `month`: the same, its first day, or without day where `length` is 6
 * - `nir`: 13 characters, no key
 */
export type Kind = 'text' | 'code' | 'digits' | 'integer' | 'amount' | 'date' | 'month' | 'nir';

export type Rubrique = { number: number; kind: Kind; length: number; required: boolean };

const must = (number: number, kind: Kind, length: number): Rubrique => ({
  number,
  kind,
  length,
  required: true,
});
const may = (number: number, kind: Kind, length: number): Rubrique => ({
  number,
  kind,
  length,
  required: false,
});

export type Block = {
  code: string;
  /** Code of the block that it hangs from; null at the top of the file. */
  parent: string | null;
  /** At most one under one parent. */
  once: boolean;
  /** What we read. */
  rubriques: Readonly<Record<string, Rubrique>>;
  /** Numbers that both norms have and that we do not read, such as `002-009 012`. */
  unread: string;
};

const SCALE = { top: null, declaration: 'S20.G00.05', individual: 'S21.G00.30', contract: 'S21.G00.40' };

export const BLOCKS = {
  /** *Envoi* */
  deposit: {
    code: 'S10.G00.00',
    parent: SCALE.top,
    once: true,
    rubriques: {
      purpose: must(5, 'code', 2),
      norm: must(6, 'code', 6),
      point: may(7, 'code', 2),
      type: may(8, 'code', 2),
    },
    unread: '001-004',
  },
  /** *Émetteur* */
  sender: {
    code: 'S10.G00.01',
    parent: SCALE.top,
    once: true,
    rubriques: { senderSiren: may(1, 'digits', 9), senderNic: may(2, 'digits', 5) },
    unread: '003-010',
  },
  /** *Déclaration* */
  declaration: {
    code: 'S20.G00.05',
    parent: SCALE.top,
    once: false,
    rubriques: {
      nature: must(1, 'code', 2),
      type: must(2, 'code', 2),
      fraction: must(3, 'digits', 2),
      order: must(4, 'integer', 15),
      month: may(5, 'month', 8),
      cancelledId: may(6, 'text', 23),
      declaredOn: must(7, 'date', 8),
      scope: may(8, 'code', 2),
      businessId: may(9, 'text', 15),
      currency: may(10, 'code', 2),
      substitution: may(13, 'code', 2),
    },
    unread: '011-012',
  },
  /** *Entreprise* */
  company: {
    code: 'S21.G00.06',
    parent: SCALE.declaration,
    once: true,
    rubriques: { siren: must(1, 'digits', 9) },
    unread: '002-008 010-012 015',
  },
  /** *Établissement* */
  establishment: {
    code: 'S21.G00.11',
    parent: 'S21.G00.06',
    once: true,
    rubriques: { nic: must(1, 'digits', 5) },
    unread: '002-007 009 015-017 019-020 022-024',
  },
  /** *Individu* */
  individual: {
    code: 'S21.G00.30',
    parent: 'S21.G00.11',
    once: false,
    rubriques: { nir: may(1, 'nir', 13), ntt: may(20, 'text', 40) },
    unread: '002-019 022-025 029',
  },
  /** *Changements Individu* */
  identityChange: {
    code: 'S21.G00.31',
    parent: SCALE.individual,
    once: false,
    rubriques: { on: must(1, 'date', 8), formerNir: may(8, 'nir', 13) },
    unread: '009-011',
  },
  /** *Contrat* */
  contract: {
    code: 'S21.G00.40',
    parent: SCALE.individual,
    once: false,
    rubriques: {
      from: must(1, 'date', 8),
      nature: may(7, 'code', 2),
      policy: may(8, 'code', 2),
      number: must(9, 'text', 20),
      plannedUntil: may(10, 'date', 8),
      unit: may(11, 'code', 2),
      referenceQuota: may(12, 'amount', 7),
      quota: may(13, 'amount', 7),
      workTime: may(14, 'code', 2),
      workplace: may(19, 'text', 14),
    },
    unread: '002-006 016-018 020-033 035-037 039-046 048-081',
  },
  /** *Changements Contrat* */
  contractChange: {
    code: 'S21.G00.41',
    parent: SCALE.contract,
    once: false,
    rubriques: {
      on: must(1, 'date', 8),
      formerNature: may(4, 'code', 2),
      formerQuota: may(7, 'amount', 7),
      formerSiret: may(12, 'digits', 14),
      formerNumber: may(14, 'text', 20),
      formerFrom: may(21, 'date', 8),
      recalculatedFrom: may(28, 'date', 8),
    },
    unread: '002-003 005-006 008 010-011 013 016-020 022-025 027 029-065',
  },
  /** *Arrêt de travail* */
  leave: {
    code: 'S21.G00.60',
    parent: SCALE.contract,
    once: false,
    rubriques: {
      motive: must(1, 'code', 2),
      lastWorkedOn: must(2, 'date', 8),
      plannedUntil: may(3, 'date', 8),
      subrogation: may(4, 'code', 2),
      resumedOn: may(10, 'date', 8),
    },
    unread: '005-008 011-012 600',
  },
  /** *Fin du contrat* */
  contractEnd: {
    code: 'S21.G00.62',
    parent: SCALE.contract,
    once: false,
    rubriques: { on: must(1, 'date', 8), motive: must(2, 'code', 3) },
    unread: '003-006 008 011 013-014 016-021',
  },
  /** *Autre suspension de l'exécution du contrat* */
  suspension: {
    code: 'S21.G00.65',
    parent: SCALE.contract,
    once: false,
    rubriques: { motive: must(1, 'code', 3), from: must(2, 'date', 8), until: may(3, 'date', 8) },
    unread: '004-005',
  },
  /** *Versement individu* */
  payment: {
    code: 'S21.G00.50',
    parent: SCALE.individual,
    once: false,
    rubriques: {
      paidOn: must(1, 'date', 8),
      netTaxable: may(2, 'amount', 12),
      number: may(3, 'integer', 2),
      netPaid: may(4, 'amount', 12),
      withheldTax: may(9, 'amount', 12),
    },
    unread: '006-008 011-013 020',
  },
  /** *Rémunération* */
  remuneration: {
    code: 'S21.G00.51',
    parent: 'S21.G00.50',
    once: false,
    rubriques: {
      from: must(1, 'date', 8),
      until: must(2, 'date', 8),
      contract: must(10, 'text', 20),
      type: must(11, 'code', 3),
      hours: may(12, 'amount', 7),
      amount: must(13, 'amount', 11),
    },
    unread: '014-016 019-020',
  },
  /** *Activité* */
  activity: {
    code: 'S21.G00.53',
    parent: 'S21.G00.51',
    once: false,
    rubriques: { type: must(1, 'code', 2), measure: must(2, 'amount', 8), unit: may(3, 'code', 2) },
    unread: '',
  },
  /** *Prime, gratification et indemnité* */
  bonus: {
    code: 'S21.G00.52',
    parent: 'S21.G00.50',
    once: false,
    rubriques: {
      type: must(1, 'code', 3),
      amount: must(2, 'amount', 12),
      from: may(3, 'date', 8),
      until: may(4, 'date', 8),
      contract: may(6, 'text', 20),
    },
    unread: '007',
  },
  /** *Autre élément de revenu brut* */
  otherIncome: {
    code: 'S21.G00.54',
    parent: 'S21.G00.50',
    once: false,
    rubriques: {
      type: must(1, 'code', 2),
      amount: must(2, 'amount', 14),
      from: may(3, 'date', 8),
      until: may(4, 'date', 8),
      contract: may(5, 'text', 20),
    },
    unread: '',
  },
  /** *Régularisation de prélèvement à la source* */
  taxCorrection: {
    code: 'S21.G00.56',
    parent: 'S21.G00.50',
    once: false,
    rubriques: { month: must(1, 'month', 6), type: must(2, 'code', 2), netTaxable: may(3, 'amount', 12) },
    unread: '004-010 015',
  },
  /** *Élément de revenu calculé en net* */
  net: {
    code: 'S21.G00.58',
    parent: 'S21.G00.50',
    once: false,
    rubriques: {
      from: must(1, 'date', 8),
      until: must(2, 'date', 8),
      type: must(3, 'code', 2),
      amount: must(4, 'amount', 12),
    },
    unread: '',
  },
  /** *Base assujettie* */
  base: {
    code: 'S21.G00.78',
    parent: 'S21.G00.50',
    once: false,
    rubriques: {
      code: must(1, 'code', 2),
      from: must(2, 'date', 8),
      until: must(3, 'date', 8),
      amount: may(4, 'amount', 11),
      contract: may(6, 'text', 20),
      crm: may(7, 'text', 18),
    },
    unread: '005',
  },
  /** *Total de l'envoi* */
  total: {
    code: 'S90.G00.90',
    parent: SCALE.top,
    once: true,
    rubriques: { rubriques: must(1, 'integer', 12), declarations: must(2, 'integer', 5) },
    unread: '',
  },
} as const satisfies Readonly<Record<string, Block>>;

export type BlockName = keyof typeof BLOCKS;

/** Values of one block by the names of its rubriques; null: not said. */
export type ValuesOf<Name extends BlockName> = {
  readonly [Key in keyof (typeof BLOCKS)[Name]['rubriques']]: string | number | null;
};

/** Blocks that both norms have and of which we read nothing, by code, with what they hang from. */
export const UNREAD_BLOCKS: Readonly<Record<string, string | null>> = {
  'S10.G00.02': SCALE.top,
  'S20.G00.07': SCALE.declaration,
  'S20.G00.08': SCALE.declaration,
  'S21.G00.12': 'S21.G00.11',
  'S21.G00.13': 'S21.G00.06',
  'S21.G00.15': 'S21.G00.11',
  'S21.G00.16': 'S21.G00.15',
  'S21.G00.20': 'S21.G00.11',
  'S21.G00.22': 'S21.G00.11',
  'S21.G00.23': 'S21.G00.22',
  'S21.G00.34': SCALE.individual,
  'S21.G00.44': 'S21.G00.11',
  'S21.G00.45': SCALE.contract,
  'S21.G00.55': 'S21.G00.20',
  'S21.G00.63': 'S21.G00.62',
  'S21.G00.66': 'S21.G00.60',
  'S21.G00.70': SCALE.contract,
  'S21.G00.71': SCALE.contract,
  'S21.G00.72': 'S21.G00.71',
  'S21.G00.73': 'S21.G00.70',
  'S21.G00.79': 'S21.G00.78',
  'S21.G00.81': 'S21.G00.78',
  'S21.G00.82': 'S21.G00.11',
  'S21.G00.83': 'S21.G00.50',
  'S21.G00.84': 'S21.G00.83',
  'S21.G00.85': SCALE.declaration,
  'S21.G00.86': SCALE.individual,
  'S21.G00.95': 'S21.G00.50',
  'S21.G00.98': SCALE.individual,
  'S89.G00.32': SCALE.declaration,
  'S89.G00.33': 'S89.G00.32',
  'S89.G00.35': 'S89.G00.32',
  'S89.G00.43': 'S89.G00.32',
  'S89.G00.67': SCALE.declaration,
  'S89.G00.87': SCALE.declaration,
  'S89.G00.88': SCALE.declaration,
  'S89.G00.89': SCALE.declaration,
  'S89.G00.91': SCALE.declaration,
  'S89.G00.92': 'S89.G00.91',
  'S89.G00.93': 'S89.G00.92',
  'S89.G00.94': 'S89.G00.92',
};
