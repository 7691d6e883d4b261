/** One declaration at a time: its head, whose it is, its individuals, and what is wrong with it. */
import type { BlockReader } from './block-reader.ts';
import { nameOf, NO_CODE } from './code.ts';
import type { Counts, DsnEvent } from './events.ts';
import { type Fault, type Head, headOf } from './head.ts';
import { BLOCKS, type BlockName } from './norms/blocks.ts';
import type { BlockLayout } from './norms/layout.ts';
import { PassedOver } from './passed-over.ts';
import { People } from './people.ts';
import { refusal, type Refusal, type Rule } from './refusals.ts';
import { slotsOf, sureText, type Slots } from './slots.ts';

/** Block and rubriques, as the numbers that their codes are read as. */
export const DECLARATION = 200_005;
const NIC = 210_011_001;
const NIR = 210_030_001;

/** Whoever sends thousands of mistakes is told of the first of them. */
const MOST_REFUSALS = 100;

/** Of one individual, in memory at once. A person with a thousand contracts in one month has some ten thousand. */
const MOST_BLOCKS = 100_000;

const INDIVIDUAL_DEPTH = 3;

/** S20.G00.05.001: *déclaration préalable à l'embauche*, of somebody who may have no number and no contract yet. */
const ANNOUNCED_HIRE = '10';

const COMPANY = slotsOf(BLOCKS.company.rubriques);
const ESTABLISHMENT = slotsOf(BLOCKS.establishment.rubriques);
const INDIVIDUAL = slotsOf(BLOCKS.individual.rubriques);

const NONE: Counts = { declarations: 0, individuals: 0, payments: 0 };

export class DeclarationReader {
  readonly #blocks: BlockReader;
  readonly #say: (event: DsnEvent) => void;
  readonly #people = new People();

  /** Of a test deposit: it is checked, and nothing of it is told. */
  #test = false;
  #line = 0;
  #head: Head | undefined;
  /** Where no more than its head is of interest. */
  #passed: PassedOver | undefined;
  #siren = '';
  #established = false;
  #refusals: Refusal[] = [];
  #individuals = 0;
  #payments = 0;

  constructor(blocks: BlockReader, say: (event: DsnEvent) => void) {
    this.#blocks = blocks;
    this.#say = say;
  }

  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  get isPassedOver(): boolean {
    return this.#passed !== undefined;
  }

  begin(line: number, test: boolean): void {
    this.#test = test;
    this.#line = line;
    this.#head = undefined;
    this.#passed = undefined;
    this.#siren = '';
    this.#established = false;
    this.#refusals = [];
    this.#individuals = 0;
    this.#payments = 0;
  }

  /** Says whether it is whole or refused; what counts of it. */
  end(): Counts {
    this.#endIndividual();
    if (!this.#established && this.#refusals.length === 0)
      this.refused('missing-establishment', this.#line, NIC);
    const refusals = this.#refusals;
    this.#refusals = [];
    if (refusals.length > 0) {
      this.#say({ kind: 'declaration-refused', refusals });
      return NONE;
    }
    if (this.#test) return NONE;
    const { individuals, payments } = this.#passed ?? {
      individuals: this.#individuals,
      payments: this.#payments,
    };
    this.#say({ kind: 'declaration-end', individuals, payments });
    return { declarations: 1, individuals, payments };
  }

  passOver(code: number): void {
    if (this.#blocks.knows(code)) this.#passed?.pass(code);
  }

  opened(block: BlockLayout): void {
    if (block.depth <= INDIVIDUAL_DEPTH) this.#endIndividual();
    // The one whose first line ended the establishment, and so the head.
    this.#passed?.pass(block.prefix * 1000);
  }

  /** A block is over, and whole. */
  closed(name: BlockName, slots: Slots, line: number): void {
    switch (name) {
      case 'declaration': {
        if (this.#refusals.length > 0) return;
        const head = headOf(slots, line);
        if ('rule' in head) this.#refuseSlot(head);
        else this.#head = head;
        return;
      }
      case 'company':
        this.#siren = sureText(slots, COMPANY.siren);
        return;
      case 'establishment':
        this.#establish(sureText(slots, ESTABLISHMENT.nic));
        return;
      default:
        this.#takePerson(name, slots, line);
    }
  }

  refused(rule: Rule, line: number, code: number | null): void {
    if (this.#refusals.length < MOST_REFUSALS) this.#refusals.push(told(rule, line, code));
    this.#people.leave();
  }

  #refuseSlot({ slot, number, rule }: Fault): void {
    this.refused(rule, this.#blocks.lineOf(slot), DECLARATION * 1000 + number);
  }

  #establish(nic: string): void {
    this.#established = true;
    const head = this.#head;
    if (!head) return;
    if (head.nature === ANNOUNCED_HIRE) this.#passed = new PassedOver();
    if (this.#isKept())
      this.#say({ kind: 'declaration', header: { ...head, siret: `${this.#siren}${nic}` } });
  }

  #takePerson(name: BlockName, slots: Slots, line: number): void {
    if (this.#passed) return;
    if (name === 'payment') this.#payments += 1;
    else if (name === 'individual') {
      this.#individuals += 1;
      const named = this.#blocks.isFilled(INDIVIDUAL.nir) || this.#blocks.isFilled(INDIVIDUAL.ntt);
      if (!named && !this.#blocks.quiet) this.refused('missing-identifier', line, NIR);
    }
    if (!this.#isKept()) return;
    this.#people.take(name, slots, line);
    if (this.#people.blocks > MOST_BLOCKS) this.refused('too-many-blocks', line, null);
  }

  #endIndividual(): void {
    const individual = this.#people.leave();
    if (individual) this.#say({ kind: 'individual', individual });
  }

  /** Whether anybody wants what is being read: it is no test, and not refused. */
  #isKept(): boolean {
    return this.#refusals.length === 0 && !this.#test;
  }
}

export const told = (rule: Rule, line: number, code: number | null): Refusal =>
  refusal(rule, line, code === null || code === NO_CODE ? null : nameOf(code));
