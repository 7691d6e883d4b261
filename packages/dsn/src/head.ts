/** What a declaration says of itself, before its individuals. */
import type { DeclarationHeader, DeclarationType, DepositHeader, Nature, Scope } from './model.ts';
import { BLOCKS } from './norms/blocks.ts';
import { isNorm } from './norms/layout.ts';
import { slotsOf, sureAmount, sureText, text, type Slots } from './slots.ts';
import type { Rule } from './refusals.ts';

const DEPOSIT = slotsOf(BLOCKS.deposit.rubriques);
const SENDER = slotsOf(BLOCKS.sender.rubriques);
const DECLARATION = slotsOf(BLOCKS.declaration.rubriques);

const NATURES: readonly string[] = ['01', '04', '05', '07', '08', '09', '10'] satisfies Nature[];
const TYPES: readonly string[] = ['01', '02', '03', '04', '05'] satisfies DeclarationType[];
const SCOPES: readonly string[] = ['01', '02', '03'] satisfies Scope[];

const isNature = (value: string): value is Nature => NATURES.includes(value);
const isType = (value: string): value is DeclarationType => TYPES.includes(value);
const isScope = (value: string): value is Scope => SCOPES.includes(value);
const EURO = '01';

/** Of months, whose key needs them; events have neither. */
const isOfMonth = (nature: Nature) => nature === '01' || nature === '09';

/** A slot, its rubrique's number, and what is wrong there. */
export type Fault = { slot: number; number: number; rule: Rule };

const fault = (block: 'deposit' | 'declaration', slot: number, rule: Rule): Fault => ({
  slot,
  number: Object.values(BLOCKS[block].rubriques)[slot]?.number ?? 0,
  rule,
});

export type Purpose = Pick<DepositHeader, 'norm' | 'test' | 'type' | 'point'>;

export function purposeOf(slots: Slots): Purpose | Fault {
  const norm = text(slots, DEPOSIT.norm);
  if (!isNorm(norm)) return fault('deposit', DEPOSIT.norm, 'unknown-norm');
  const purpose = text(slots, DEPOSIT.purpose);
  if (purpose !== '01' && purpose !== '02') return fault('deposit', DEPOSIT.purpose, 'unknown-purpose');
  return { norm, test: purpose === '01', type: text(slots, DEPOSIT.type), point: text(slots, DEPOSIT.point) };
}

export type Sender = Pick<DepositHeader, 'senderSiren' | 'senderNic'>;

export const senderOf = (slots: Slots): Sender => ({
  senderSiren: text(slots, SENDER.senderSiren),
  senderNic: text(slots, SENDER.senderNic),
});

export type Head = Omit<DeclarationHeader, 'siret'>;

export function headOf(slots: Slots, line: number): Head | Fault {
  const nature = sureText(slots, DECLARATION.nature);
  if (!isNature(nature)) return fault('declaration', DECLARATION.nature, 'unknown-nature');
  const type = sureText(slots, DECLARATION.type);
  if (!isType(type)) return fault('declaration', DECLARATION.type, 'unknown-type');
  const scope = text(slots, DECLARATION.scope);
  if (scope !== null && !isScope(scope)) return fault('declaration', DECLARATION.scope, 'unknown-scope');
  const month = text(slots, DECLARATION.month);
  if (isOfMonth(nature)) {
    if (month === null) return fault('declaration', DECLARATION.month, 'missing-rubrique');
    if (scope === null) return fault('declaration', DECLARATION.scope, 'missing-rubrique');
  }
  if ((text(slots, DECLARATION.currency) ?? EURO) !== EURO)
    return fault('declaration', DECLARATION.currency, 'currency-not-euro');
  return {
    line,
    nature,
    type,
    fraction: sureText(slots, DECLARATION.fraction),
    order: sureAmount(slots, DECLARATION.order),
    month,
    declaredOn: sureText(slots, DECLARATION.declaredOn),
    scope,
    cancelledId: text(slots, DECLARATION.cancelledId),
    businessId: text(slots, DECLARATION.businessId),
    substitution: text(slots, DECLARATION.substitution),
  };
}
