import { rising, type Num } from '../../unknown/num.ts';

/**
 * A figure that depends on who lives in the home: someone alone, a couple, then whoever has one dependant, two, … Past
 * the end of the list each further dependant adds the same.
 */
export interface FamilyScale {
  readonly first: readonly [alone: number, couple: number, ...dependants: readonly number[]];
  readonly further: number;
}

/** 0: alone; 1: a couple without dependants; from 2 on: one more than the number of dependants. */
export type FamilySize = Num;

/** The figure of a family. All scales rise from someone alone to a couple, between which an unknown pregnancy decides. */
export const of = (scale: FamilyScale, family: FamilySize): Num =>
  rising(family, (size) => figure(scale, size));

export function figure({ first, further }: FamilyScale, size: number): number {
  const last = first.length - 1;
  return (first[Math.min(size, last)] ?? 0) + further * Math.max(0, size - last);
}
