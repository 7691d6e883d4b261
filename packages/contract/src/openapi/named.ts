import * as z from 'zod/mini';
import { Access, Accesses, Cursor } from '../accesses.ts';
import { Catalogue, Support } from '../catalogue.ts';
import { Domain } from '../domains.ts';
import { Adult, Child, Household, Housing, MonthlyIncome, YearlyIncome } from '../household.ts';
import { Link, OpeningHours, Organisation, Scheme } from '../organisations.ts';
import { Kept, KeptItem, Me } from '../me.ts';
import { Amount } from '../money.ts';
import { Problem } from '../problem.ts';
import { Procedure } from '../procedures.ts';
import { Beneficiary, DomainRights, Missing, Right } from '../rights.ts';
import {
  Contract,
  Correction,
  Employer,
  MONTHS,
  ReplacementIncome,
  Salaries,
  SalaryMonth,
} from '../salaries.ts';
import {
  Citizen,
  HandoverRequest,
  Session,
  SessionRequest,
  SignedOut,
  SignInRequest,
  SignInStart,
  TicketRequest,
} from '../session.ts';
import { KnownMissing, KnownQuotient, KnownSituation, KnownSource } from '../situation.ts';
import { Topic } from '../topics.ts';

/** How many months may be asked for. */
const MonthCount = z.int().check(z.gte(MONTHS.least), z.lte(MONTHS.most));

/** The schemas that the document names; what is not here is written where it stands. */
export const NAMED = {
  Access,
  Accesses,
  Adult,
  Amount,
  Beneficiary,
  Catalogue,
  Child,
  Citizen,
  Contract,
  Correction,
  Cursor,
  Domain,
  DomainRights,
  Employer,
  HandoverRequest,
  Household,
  Housing,
  Kept,
  KeptItem,
  KnownMissing,
  KnownQuotient,
  KnownSituation,
  KnownSource,
  Link,
  Me,
  Missing,
  MonthCount,
  MonthlyIncome,
  OpeningHours,
  Organisation,
  Problem,
  Procedure,
  ReplacementIncome,
  Right,
  Salaries,
  SalaryMonth,
  Scheme,
  Session,
  SessionRequest,
  SignedOut,
  SignInRequest,
  SignInStart,
  Support,
  TicketRequest,
  Topic,
  YearlyIncome,
};
export type Name = keyof typeof NAMED;
