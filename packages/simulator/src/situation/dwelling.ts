import type { Housing, HousingZone } from '@mds-kit/contract/household';
import { unknownAmount, type Num } from '../unknown/num.ts';
import { unknown, type Truth } from '../unknown/truth.ts';

/** Départements et collectivités where amounts and conditions of their own apply (INSEE codes 97 and 98). */
const OVERSEAS = /^9[78]/;

/** The home. */
export class Dwelling {
  readonly occupancy: Housing['occupancy'];
  readonly commune: string | undefined;
  readonly zone: HousingZone | undefined;
  /** Without charges; cents a month. For a first-time owner: what the loan costs. */
  readonly rent: Num;
  readonly flatShare: Truth;
  readonly singleRoom: Truth;
  readonly loan: Housing['loan'];

  constructor(housing: Housing | undefined) {
    this.occupancy = housing?.occupancy;
    this.commune = housing?.commune;
    this.zone = housing?.zone;
    this.rent = housing?.rent ?? unknownAmount('housing.rent');
    this.flatShare = housing?.flatShare ?? unknown('housing.flatShare');
    this.singleRoom = housing?.singleRoom ?? unknown('housing.singleRoom');
    this.loan = housing?.loan;
  }

  get tenant(): boolean {
    return this.occupancy?.startsWith('tenant-') ?? false;
  }

  /** Owns the home without paying for it, or lives there for nothing. */
  get withoutCost(): boolean {
    return this.occupancy === 'owner' || this.occupancy === 'hosted-free';
  }

  get overseas(): boolean {
    return this.commune !== undefined && OVERSEAS.test(this.commune);
  }
}
