/** The values of the block being read, by slot: its rubriques' places in the table (norms/blocks.ts). null: not said. */
export type Slots = readonly (string | number | null)[];

export type SlotsOf<Rubriques> = { readonly [Name in keyof Rubriques]: number };

/** Which slot each rubrique of a block has. */
export const slotsOf = <Rubriques extends object>(rubriques: Rubriques) =>
  Object.fromEntries(Object.keys(rubriques).map((name, slot) => [name, slot])) as SlotsOf<Rubriques>;

export function text(slots: Slots, slot: number): string | null {
  const value = slots[slot];
  return typeof value === 'string' ? value : null;
}

export function amount(slots: Slots, slot: number): number | null {
  const value = slots[slot];
  return typeof value === 'number' ? value : null;
}

/** Of rubriques that the table requires: a block that lacks one is never taken. */
export const sureText = (slots: Slots, slot: number): string => text(slots, slot) ?? '';
export const sureAmount = (slots: Slots, slot: number): number => amount(slots, slot) ?? 0;
