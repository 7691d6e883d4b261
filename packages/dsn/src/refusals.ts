/** Why a line, a declaration or a file is refused: stable codes, and words that never hold a value. */

/** What breaks the frame: the whole file is refused. */
const FRAME = {
  'not-latin-1': 'The file is in UTF-8. A deposit is in ISO-8859-1, and encodings are not guessed.',
  'forbidden-character': 'A byte that is no printable character of ISO-8859-1, which knows neither œ nor €.',
  'header-missing': 'A deposit begins with its header, S10.G00.00.',
  'unknown-norm': 'S10.G00.00.006 must be there and name a norm that we read: P25V01 or P26V01.',
  'unknown-purpose': 'S10.G00.00.005 must be there: 01 for a test, 02 for a deposit.',
  'header-out-of-place': 'A header can only stand at the head of a deposit.',
  'line-outside-declaration': 'A line that belongs to no declaration.',
  'footer-missing': 'The deposit does not end with S90.G00.90.001 and .002: it was cut off.',
  'rubrique-count': 'S90.G00.90.001 is not the number of rubriques, which counts both lines of S90.',
  'declaration-count': 'S90.G00.90.002 is not the number of declarations.',
  'after-footer': 'Nothing may come after the footer, S90.G00.90.',
} as const;

/** What makes one declaration refused, or the whole file where the line stands outside of any. */
const DECLARATION = {
  'malformed-line': "A line is S00.G00.00.000,'value': a rubrique, a comma, and a value between quotes.",
  'line-too-long': 'A line has more than 4096 bytes.',
  'empty-value': 'An empty value: what is not declared is left out.',
  'value-too-long': 'The value is longer than its rubrique allows.',
  'not-digits': 'The value must be digits, as many as its rubrique has.',
  'not-a-code': 'The value must be a code of digits and capitals.',
  'not-an-amount': 'The value must be digits, with a point and at most two decimals, perhaps after a minus.',
  'not-a-date': 'The value must be a day that exists, DDMMYYYY.',
  'not-a-month': 'The value must be a month: its first day, 01MMYYYY, or MMYYYY in S21.G00.56.',
  'not-a-nir': 'The value must be a NIR without its key: 13 digits, 2A or 2B for Corsica.',
  'unknown-nature': 'The nature of the declaration is none of 01, 04, 05, 07, 08, 09, 10.',
  'unknown-type': 'The type of the declaration is none of 01 to 05.',
  'unknown-scope': 'The scope of the declaration is none of 01 to 03.',
  'currency-not-euro': 'Amounts are not in euros.',
  'missing-rubrique': 'The block lacks a rubrique that we need.',
  'missing-identifier': 'The individual has neither a NIR nor an NTT.',
  'missing-establishment': 'The declaration does not say of which establishment it is.',
  'repeated-rubrique': 'The rubrique comes twice, or out of order, where no other block can begin.',
  'repeated-block': 'The block may be there once only.',
  'too-many-blocks': 'The individual has more than 100,000 blocks.',
  'block-without-parent': 'The block stands under none that it could belong to.',
} as const;

const MESSAGES = { ...FRAME, ...DECLARATION };

export type Rule = keyof typeof MESSAGES;

export type Refusal = {
  /** Counted from 1. */
  line: number;
  /** Such as `S21.G00.30.001`. null: the line has none that can be read, or it is of the file as a whole. */
  rubrique: string | null;
  rule: Rule;
  /** English, as all that goes to logs. Never holds a value: it may be anybody's. */
  message: string;
};

export const refusal = (rule: Rule, line: number, rubrique: string | null): Refusal => ({
  line,
  rubrique,
  rule,
  message: MESSAGES[rule],
});

/** What a rule says, in words. */
export const messageOf = (rule: Rule): string => MESSAGES[rule];
