/** What files look like, whatever they declare. */
import { beside } from '../beside.ts';
import { depositOf, each } from '../deposits.ts';
import { individualOf } from '../individual.ts';
import { inventedNir } from '../numbers.ts';
import type { Cast, ScenarioFile, Tell } from './scenario.ts';

/** A byte is the character of its number. */
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const replaced = (what: string, by: string) => (bytes: Uint8Array) =>
  Buffer.from(text(bytes).replace(what, by), 'latin1');

const oneMonth = (cast: Cast): ScenarioFile =>
  cast.file(cast.month(), [
    cast.declaration(cast.month(), [individualOf({ nir: cast.nir() }, [cast.job()], cast.month())]),
  ]);

/** What an individual is called, instead of what chance would have it called. */
const called =
  (family: string, first: string): NonNullable<ScenarioFile['beside']> =>
  (block, record) =>
    [...beside(block, record)].map(([code, value]) => [
      code,
      code === 'S21.G00.30.002' ? family : code === 'S21.G00.30.004' ? first : value,
    ]);

const OE_OF_WINDOWS = '\u009c';

/** Enough for 100,000 lines. */
const STRESS_PEOPLE = 890;

export const files = {
  'apostrophe-and-accents': (cast) => ({
    about: 'Names with an apostrophe and with accents, as they are: nothing is escaped.',
    files: [{ ...oneMonth(cast), beside: called("D'EXEMPLE-L'INVENTÉ", 'Éloïse, Zoé') }],
  }),
  ligature: (cast) => ({
    about: 'œ is not in ISO-8859-1: the byte that Windows has for it refuses the file.',
    files: [
      {
        ...oneMonth(cast),
        beside: called('EXEMPLE', 'Cyur-Aimée'),
        spoil: replaced('Cyur', `C${OE_OF_WINDOWS}ur`),
        refused: { rule: 'forbidden-character', whole: true },
      },
    ],
  }),
  'utf-8': (cast) => ({
    about: 'The same names in UTF-8: encodings are not guessed.',
    files: [
      {
        ...oneMonth(cast),
        beside: called('INVENTÉE', 'Éloïse'),
        spoil: (bytes) => Buffer.from(text(bytes), 'utf8'),
        refused: { rule: 'not-latin-1', whole: true },
      },
    ],
  }),
  truncated: (cast) => ({
    about: 'The file ends in the middle: nothing of it is taken.',
    files: [
      {
        ...oneMonth(cast),
        spoil: (bytes) => bytes.slice(0, Math.floor(bytes.length * 0.6)),
        refused: { rule: 'footer-missing', whole: true },
      },
    ],
  }),
  'wrong-total': (cast) => ({
    about: 'S90 counts one rubrique less than there are: nothing is taken.',
    files: [
      {
        ...oneMonth(cast),
        spoil: (bytes) =>
          Buffer.from(
            text(bytes).replace(/(?<=S90\.G00\.90\.001,')\d+/, (total) => String(Number(total) - 1)),
            'latin1',
          ),
        refused: { rule: 'rubrique-count', whole: true },
      },
    ],
  }),
  'one-declaration-wrong': (cast) => {
    const declaration = (index: number) =>
      cast.declaration(
        cast.month(),
        [individualOf({ nir: cast.nir(index) }, [cast.job({ number: `D-${index}` })], cast.month())],
        { siret: cast.siret(index) },
      );
    return {
      about: 'Two declarations, of which the second has a day that is none: the first is taken.',
      people: 2,
      firms: 2,
      files: [
        {
          ...cast.file(cast.month(), [declaration(0), declaration(1)]),
          spoil: (bytes) => {
            const [head = '', first = '', second = ''] = text(bytes).split(/(?=S20\.G00\.05\.001)/);
            const wrong = second.replace(/(?<=S21\.G00\.50\.001,')\d\d/, '32');
            return Buffer.from(`${head}${first}${wrong}`, 'latin1');
          },
          refused: { rule: 'not-a-date', whole: false },
        },
      ],
    };
  },
  'test-file': (cast) => {
    const file = oneMonth(cast);
    return {
      about: 'A test (S10.G00.00.005 = 01): read, and nothing of it is kept.',
      files: [{ ...file, deposit: { ...file.deposit, test: true } }],
    };
  },
  'unknown-rubriques': (cast) => ({
    about: 'Rubriques .9xx, which funds add to what they hand on: passed over.',
    files: [
      {
        ...oneMonth(cast),
        beside: (block, record) => [
          ...beside(block, record),
          ...(block === 'company' ? [['S21.G00.06.901', 'MAISON IMAGINAIRE'] as const] : []),
          ...(block === 'individual' ? [['S21.G00.30.904', '1'] as const] : []),
          ...(block === 'payment' ? [['S21.G00.50.999', '0'] as const] : []),
        ],
      },
    ],
  }),
  stress: (cast) => {
    const month = cast.month();
    const sender = { senderSiren: cast.siret().slice(0, 9), senderNic: cast.siret().slice(9) };
    const individuals = each(function* () {
      for (let index = 0; index < STRESS_PEOPLE; index += 1) {
        const nir = inventedNir('colleague', 1000 + index);
        const job = cast.job({ number: `S-${index}`, gross: 190_000 + (index % 500) * 300 });
        const individual = individualOf({ nir }, [job], month);
        if (individual) yield individual;
      }
    });
    return {
      about: 'One establishment of more than a thousand people: 100,000 lines.',
      files: [
        {
          name: `stress-${month}.dsn`,
          deposit: depositOf({
            ...sender,
            month,
            declarations: [{ ...cast.declaration(month, []), individuals }],
          }),
        },
      ],
    };
  },
} as const satisfies Readonly<Record<string, Tell>>;
