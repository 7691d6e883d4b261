import { LineWriter } from './line-writer.ts';
import type { Contract, Declaration, Deposit, Individual, Payment } from './model.ts';
import { BLOCKS, type BlockName } from './norms/blocks.ts';

export type WriteOptions = {
  /**
   * Rubriques that the model does not have (names, addresses, contributions), by code and value: those of the block
   * that is being written are put in their place in it, those of other blocks behind it, in the order given.
   */
  beside?: (block: BlockName, record: object) => Iterable<readonly [code: string, value: string]>;
};

const SIREN_LENGTH = 9;
const EURO = '01';
/** Pieces are about as long as what a file system reads at once. */
const PIECE = 1 << 16;

/**
 * A deposit as its bytes: ISO-8859-1, CRLF, with its S90 counted. Made piece by piece while it is read from, so that a
 * deposit of any size may be written whose declarations and individuals are made on the way.
 *
 * @throws RangeError, naming rubrique and rule, when a value cannot be written (œ, a day that is none, too long)
 */
export function* writeDeposit(deposit: Deposit, options: WriteOptions = {}): Generator<Uint8Array, void> {
  const writer = new LineWriter(options.beside ?? (() => []));
  const purpose = deposit.test ? '01' : '02';
  writer.block('deposit', { purpose, norm: deposit.norm, point: deposit.point, type: deposit.type });
  if (deposit.senderSiren !== null || deposit.senderNic !== null) writer.block('sender', deposit);
  let declarations = 0;
  for (const declaration of deposit.declarations) {
    declarations += 1;
    writeHead(writer, declaration);
    for (const individual of declaration.individuals) {
      writeIndividual(writer, individual);
      if (writer.length >= PIECE) yield writer.take();
    }
  }
  // The total counts its own two lines.
  writer.block('total', {
    rubriques: writer.lines + Object.keys(BLOCKS.total.rubriques).length,
    declarations,
  });
  yield writer.take();
}

function writeHead(writer: LineWriter, declaration: Declaration): void {
  const { nature, month, scope, siret } = declaration;
  if ((nature === '01' || nature === '09') && (month === null || scope === null))
    throw new RangeError('S20.G00.05: a monthly declaration needs its month and its scope.');
  writer.block('declaration', { ...declaration, currency: EURO });
  writer.block('company', { siren: siret.slice(0, SIREN_LENGTH) });
  writer.block('establishment', { nic: siret.slice(SIREN_LENGTH) });
}

function writeIndividual(writer: LineWriter, individual: Individual): void {
  if (individual.nir === null && individual.ntt === null)
    throw new RangeError('S21.G00.30: an individual needs a NIR or an NTT.');
  // Blocks end where the next begins: two people with nothing beneath them would be read as one.
  if (individual.contracts.length + individual.payments.length + individual.identityChanges.length === 0)
    throw new RangeError('S21.G00.30: an individual needs a contract, a payment or a change.');
  writer.block('individual', individual);
  for (const change of individual.identityChanges) writer.block('identityChange', change);
  for (const contract of individual.contracts) writeContract(writer, contract);
  for (const payment of individual.payments) writePayment(writer, payment);
}

function writeContract(writer: LineWriter, contract: Contract): void {
  writer.block('contract', contract);
  for (const change of contract.changes) writer.block('contractChange', change);
  for (const leave of contract.leaves) writer.block('leave', leave);
  for (const end of contract.ends) writer.block('contractEnd', end);
  for (const suspension of contract.suspensions) writer.block('suspension', suspension);
}

function writePayment(writer: LineWriter, payment: Payment): void {
  writer.block('payment', payment);
  for (const remuneration of payment.remunerations) {
    writer.block('remuneration', remuneration);
    for (const activity of remuneration.activities) writer.block('activity', activity);
  }
  for (const bonus of payment.bonuses) writer.block('bonus', bonus);
  for (const income of payment.otherIncomes) writer.block('otherIncome', income);
  for (const correction of payment.taxCorrections) writer.block('taxCorrection', correction);
  for (const net of payment.nets) writer.block('net', net);
  for (const base of payment.bases) writer.block('base', base);
}
