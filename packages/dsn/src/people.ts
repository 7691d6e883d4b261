/** Blocks made into the individual that they belong to, one individual at a time. */
import type { Contract, Individual, Payment, Remuneration } from './model.ts';
import { BLOCKS, type BlockName } from './norms/blocks.ts';
import { amount, slotsOf, sureAmount, sureText, text, type Slots, type SlotsOf } from './slots.ts';

const INDIVIDUAL = slotsOf(BLOCKS.individual.rubriques);
const IDENTITY_CHANGE = slotsOf(BLOCKS.identityChange.rubriques);
const CONTRACT = slotsOf(BLOCKS.contract.rubriques);
const CONTRACT_CHANGE = slotsOf(BLOCKS.contractChange.rubriques);
const LEAVE = slotsOf(BLOCKS.leave.rubriques);
const CONTRACT_END = slotsOf(BLOCKS.contractEnd.rubriques);
const SUSPENSION = slotsOf(BLOCKS.suspension.rubriques);
const PAYMENT = slotsOf(BLOCKS.payment.rubriques);
const REMUNERATION = slotsOf(BLOCKS.remuneration.rubriques);
const ACTIVITY = slotsOf(BLOCKS.activity.rubriques);
const BONUS = slotsOf(BLOCKS.bonus.rubriques);
const OTHER_INCOME = slotsOf(BLOCKS.otherIncome.rubriques);
const TAX_CORRECTION = slotsOf(BLOCKS.taxCorrection.rubriques);
const NET = slotsOf(BLOCKS.net.rubriques);
const BASE = slotsOf(BLOCKS.base.rubriques);

export class People {
  #individual: Individual | undefined;
  #contract: Contract | undefined;
  #payment: Payment | undefined;
  #remuneration: Remuneration | undefined;

  /** Blocks of the individual so far. */
  blocks = 0;

  /** Gives the individual away, and knows none any more. */
  leave(): Individual | undefined {
    const individual = this.#individual;
    this.#individual = this.#contract = this.#payment = this.#remuneration = undefined;
    this.blocks = 0;
    return individual;
  }

  /** Takes a block that is whole and stands under its parent. */
  take(name: BlockName, slots: Slots, line: number): void {
    this.blocks += 1;
    switch (name) {
      case 'remuneration':
        this.#remuneration = remunerationOf(slots);
        this.#payment?.remunerations.push(this.#remuneration);
        return;
      case 'base':
        this.#payment?.bases.push(baseOf(slots));
        return;
      case 'activity':
        this.#remuneration?.activities.push({
          type: sureText(slots, ACTIVITY.type),
          measure: sureAmount(slots, ACTIVITY.measure),
          unit: text(slots, ACTIVITY.unit),
        });
        return;
      case 'net':
        this.#payment?.nets.push({
          type: sureText(slots, NET.type),
          from: sureText(slots, NET.from),
          until: sureText(slots, NET.until),
          amount: sureAmount(slots, NET.amount),
        });
        return;
      case 'bonus':
        this.#payment?.bonuses.push(beside(slots, BONUS));
        return;
      case 'otherIncome':
        this.#payment?.otherIncomes.push(beside(slots, OTHER_INCOME));
        return;
      case 'taxCorrection':
        this.#payment?.taxCorrections.push({
          month: sureText(slots, TAX_CORRECTION.month),
          type: sureText(slots, TAX_CORRECTION.type),
          netTaxable: amount(slots, TAX_CORRECTION.netTaxable),
        });
        return;
      case 'payment':
        this.#payment = paymentOf(slots);
        this.#individual?.payments.push(this.#payment);
        return;
      case 'contract':
        this.#contract = contractOf(slots);
        this.#individual?.contracts.push(this.#contract);
        return;
      case 'individual':
        this.#individual = individualOf(slots, line);
        return;
      case 'identityChange':
        this.#individual?.identityChanges.push({
          on: sureText(slots, IDENTITY_CHANGE.on),
          formerNir: text(slots, IDENTITY_CHANGE.formerNir),
        });
        return;
      case 'contractChange':
        this.#contract?.changes.push({
          on: sureText(slots, CONTRACT_CHANGE.on),
          formerNature: text(slots, CONTRACT_CHANGE.formerNature),
          formerQuota: amount(slots, CONTRACT_CHANGE.formerQuota),
          formerSiret: text(slots, CONTRACT_CHANGE.formerSiret),
          formerNumber: text(slots, CONTRACT_CHANGE.formerNumber),
          formerFrom: text(slots, CONTRACT_CHANGE.formerFrom),
          recalculatedFrom: text(slots, CONTRACT_CHANGE.recalculatedFrom),
        });
        return;
      case 'leave':
        this.#contract?.leaves.push({
          motive: sureText(slots, LEAVE.motive),
          lastWorkedOn: sureText(slots, LEAVE.lastWorkedOn),
          plannedUntil: text(slots, LEAVE.plannedUntil),
          subrogation: text(slots, LEAVE.subrogation),
          resumedOn: text(slots, LEAVE.resumedOn),
        });
        return;
      case 'contractEnd':
        this.#contract?.ends.push({
          on: sureText(slots, CONTRACT_END.on),
          motive: sureText(slots, CONTRACT_END.motive),
        });
        return;
      case 'suspension':
        this.#contract?.suspensions.push({
          motive: sureText(slots, SUSPENSION.motive),
          from: sureText(slots, SUSPENSION.from),
          until: text(slots, SUSPENSION.until),
        });
        return;
      default:
    }
  }
}

const individualOf = (slots: Slots, line: number): Individual => ({
  line,
  nir: text(slots, INDIVIDUAL.nir),
  ntt: text(slots, INDIVIDUAL.ntt),
  identityChanges: [],
  contracts: [],
  payments: [],
});

const contractOf = (slots: Slots): Contract => ({
  number: sureText(slots, CONTRACT.number),
  from: sureText(slots, CONTRACT.from),
  nature: text(slots, CONTRACT.nature),
  policy: text(slots, CONTRACT.policy),
  plannedUntil: text(slots, CONTRACT.plannedUntil),
  unit: text(slots, CONTRACT.unit),
  referenceQuota: amount(slots, CONTRACT.referenceQuota),
  quota: amount(slots, CONTRACT.quota),
  workTime: text(slots, CONTRACT.workTime),
  workplace: text(slots, CONTRACT.workplace),
  changes: [],
  leaves: [],
  ends: [],
  suspensions: [],
});

const paymentOf = (slots: Slots): Payment => ({
  paidOn: sureText(slots, PAYMENT.paidOn),
  number: amount(slots, PAYMENT.number),
  netTaxable: amount(slots, PAYMENT.netTaxable),
  netPaid: amount(slots, PAYMENT.netPaid),
  withheldTax: amount(slots, PAYMENT.withheldTax),
  remunerations: [],
  bonuses: [],
  otherIncomes: [],
  taxCorrections: [],
  nets: [],
  bases: [],
});

const remunerationOf = (slots: Slots): Remuneration => ({
  from: sureText(slots, REMUNERATION.from),
  until: sureText(slots, REMUNERATION.until),
  contract: sureText(slots, REMUNERATION.contract),
  type: sureText(slots, REMUNERATION.type),
  hours: amount(slots, REMUNERATION.hours),
  amount: sureAmount(slots, REMUNERATION.amount),
  activities: [],
});

const baseOf = (slots: Slots) => ({
  code: sureText(slots, BASE.code),
  from: sureText(slots, BASE.from),
  until: sureText(slots, BASE.until),
  amount: amount(slots, BASE.amount),
  contract: text(slots, BASE.contract),
  crm: text(slots, BASE.crm),
});

/** *Prime* and *autre élément de revenu brut* say the same things. */
const beside = (slots: Slots, at: SlotsOf<(typeof BLOCKS)['bonus']['rubriques']>) => ({
  type: sureText(slots, at.type),
  amount: sureAmount(slots, at.amount),
  from: text(slots, at.from),
  until: text(slots, at.until),
  contract: text(slots, at.contract),
});
