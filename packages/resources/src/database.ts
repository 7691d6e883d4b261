/** The tables of the scheme, as migrations make them. */
import type { Database } from '@mds-kit/database/open';
import type { Generated } from 'kysely';

export type LineKind = 'net-social' | 'net-paid' | 'net-taxable' | 'gross' | 'hours' | 'bonus';

export interface ResourcesTables {
  deposit: { id: Generated<number>; sha256: Uint8Array; counts: unknown; taken_at: Date };
  declaration: {
    id: number;
    deposit: number;
    line: number;
    siret: string;
    nature: string;
    type: string;
    fraction: string;
    scope: string | null;
    number: number;
    month: string | null;
    declared_on: string;
    business_id: string | null;
    cancelled_id: string | null;
    substitution: string | null;
  };
  statement: {
    person: string;
    declaration: number;
    contract: string;
    begins: string;
    nature: string | null;
    policy: string | null;
    planned_until: string | null;
    work_share: number | null;
    said: unknown;
  };
  payment_line: {
    paid_on: string;
    person: string;
    declaration: number;
    kind: LineKind;
    contract: string | null;
    code: string | null;
    period_from: string | null;
    period_until: string | null;
    amount: number;
  };
  identity_link: {
    company: string;
    former: string;
    current: string;
    temporary: boolean;
    declaration: number;
  };
  replacement_income: {
    payer: string;
    reference: string;
    person: string;
    kind: string;
    paid_on: string;
    net_social: number | null;
    net_taxable: number | null;
    gross: number | null;
  };
  company: { siren: string; name: string };
  request_journal: {
    id: Generated<number>;
    at: Date;
    partner: string;
    service: string;
    purpose: string | null;
    person: string;
    first_month: string;
    last_month: string;
  };
  subscription: { partner: string; purpose: string; reference: string; person: string };
  retention: { what: string; months: number; why: string };
  key_mark: { one: Generated<boolean>; mark: Uint8Array };
}

export type ResourcesDatabase = Database<ResourcesTables>;

export const MIGRATIONS = new URL('./migrations', import.meta.url);
