/** The blocks of a declaration of which no more than the head is read: they are counted, and nobody looks at them. */

/** `S21.G00.30` and `S21.G00.50`, as in the numbers that their rubriques are read as. */
const INDIVIDUAL = 210_030;
const PAYMENT = 210_050;

export class PassedOver {
  individuals = 0;
  payments = 0;
  #last = 0;

  /** @param code of a rubrique that the norm knows: another one ends no block; 210030000: of a block that begins */
  pass(code: number): void {
    const block = Math.floor(code / 1000);
    const begins = block !== Math.floor(this.#last / 1000) || code <= this.#last;
    this.#last = code;
    if (!begins) return;
    if (block === INDIVIDUAL) this.individuals += 1;
    else if (block === PAYMENT) this.payments += 1;
  }
}
