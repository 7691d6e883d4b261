/** What a real deposit has beside what salaries need: names, addresses, contributions. Nobody here reads them. */
import type { WriteOptions } from '@mds-kit/dsn/write-deposit';
import { CITIZENS } from '../citizens.ts';

type Lines = readonly (readonly [code: string, value: string])[];

type Name = { family: string; first: string; born: string };

const FAMILY_NAMES = [
  'EXEMPLE',
  "D'ESSAI",
  'FICTIF',
  'INVENTÉ',
  'MODÈLE',
  'SPÉCIMEN',
  'IMAGINAIRE',
  'FACTICE',
] as const;
const FIRST_NAMES = ['Élodie', 'Noé', 'Françoise', 'Loïc', 'Anaïs', 'Jérôme', 'Zoé'] as const;

/** As payroll programs write what ISO-8859-1 does not have. */
const writable = (text: string) =>
  text.replaceAll('œ', 'oe').replaceAll('Œ', 'OE').replaceAll('’', "'").replaceAll('Ÿ', 'Y');

const citizens = new Map(
  CITIZENS.map(({ nir, identity }): [string, Name] => [
    nir.slice(0, 13),
    {
      family: writable(identity.family_name),
      first: writable(identity.given_name_array.join(', ')),
      born: identity.birthdate.split('-').toReversed().join(''),
    },
  ]),
);

/** Their day of birth is as unknown as a payroll program may say. */
function nameOf(nir: string): Name {
  const place = Number(nir.slice(1, 7).replace(/[AB]/, '0')) + Number(nir.slice(10));
  return (
    citizens.get(nir) ?? {
      family: FAMILY_NAMES[place % FAMILY_NAMES.length] ?? '',
      first: FIRST_NAMES[place % FIRST_NAMES.length] ?? '',
      born: `99${nir.slice(3, 5)}19${nir.slice(1, 3)}`,
    }
  );
}

const ADDRESS = ['1 rue de la République-Imaginaire', '99990', 'EXEMPLE-SUR-MODÈLE'] as const;

const CONTRACT: Lines = [
  ['S21.G00.40.002', '06'],
  ['S21.G00.40.003', '04'],
  ['S21.G00.40.004', '543d'],
  ['S21.G00.40.006', 'Employé'],
  ['S21.G00.40.016', '99'],
  ['S21.G00.40.017', '1501'],
  ['S21.G00.40.018', '200'],
  ['S21.G00.40.020', '200'],
  ['S21.G00.40.024', '99'],
  ['S21.G00.40.026', '99'],
  ['S21.G00.40.036', '01'],
  ['S21.G00.40.037', '01'],
  ['S21.G00.70.012', '1'],
  ['S21.G00.70.013', '100'],
];

const euros = (cents: number) => (cents / 100).toFixed(2);

/** *Cotisations individuelles* that go with a base, by its code: old age, complementary pension, CSG. */
const CONTRIBUTIONS: Readonly<Record<string, readonly [code: string, rate: number][]>> = {
  '02': [
    ['076', 6.9],
    ['105', 3.15],
  ],
  '03': [
    ['074', 0.4],
    ['075', 7],
  ],
  '04': [
    ['072', 9.2],
    ['079', 0.5],
  ],
  '07': [['040', 4.05]],
};

function* contributionsOn(record: object): Generator<readonly [string, string]> {
  const { code, amount } = record as { code: string; amount: number | null };
  if (amount === null) return;
  for (const [contribution, rate] of CONTRIBUTIONS[code] ?? []) {
    yield ['S21.G00.81.001', contribution];
    yield ['S21.G00.81.003', euros(amount)];
    yield ['S21.G00.81.004', euros(Math.round((amount * rate) / 100))];
    yield ['S21.G00.81.007', rate.toFixed(2)];
  }
}

function personal({ nir }: { nir: string | null }): Lines {
  const { family, first, born } = nameOf(nir ?? '2000101990990');
  const [street, code, town] = ADDRESS;
  return [
    ['S21.G00.30.002', family],
    ['S21.G00.30.004', first],
    ['S21.G00.30.006', born],
    ['S21.G00.30.007', 'COMMUNE IMAGINAIRE'],
    ['S21.G00.30.008', street],
    ['S21.G00.30.009', code],
    ['S21.G00.30.010', town],
    ['S21.G00.30.014', '99'],
    ['S21.G00.30.015', 'FR'],
  ];
}

const HEADER: Lines = [
  ['S10.G00.00.001', 'PAIE FICTIVE'],
  ['S10.G00.00.002', 'ÉDITEUR IMAGINAIRE'],
  ['S10.G00.00.003', '1.0'],
];

const [STREET, CODE, TOWN] = ADDRESS;

const FIRM: Lines = [
  ['S21.G00.06.003', '6311Z'],
  ['S21.G00.06.004', STREET],
  ['S21.G00.06.005', CODE],
  ['S21.G00.06.006', TOWN],
];

const ESTABLISHMENT: Lines = [
  ['S21.G00.11.002', '6311Z'],
  ['S21.G00.11.003', STREET],
  ['S21.G00.11.004', CODE],
  ['S21.G00.11.005', TOWN],
  ['S21.G00.11.017', '01'],
];

const NONE: Lines = [];

/** For the writer: see WriteOptions. */
export const beside: NonNullable<WriteOptions['beside']> = (block, record) => {
  switch (block) {
    case 'deposit':
      return HEADER;
    case 'sender':
      return [['S10.G00.01.003', 'GESTION FICTIVE']];
    case 'declaration':
      return [
        ['S20.G00.07.001', 'Service de la paie'],
        ['S20.G00.07.003', 'paie@exemple.invalid'],
      ];
    case 'company':
      return FIRM;
    case 'establishment':
      return ESTABLISHMENT;
    case 'individual':
      return personal(record as { nir: string | null });
    case 'contract':
      return CONTRACT;
    case 'base':
      return contributionsOn(record);
    default:
      return NONE;
  }
};
