/** One person's rows out of the database: theirs, and those that a company declared under a number that became theirs. */
import { sql, type Transaction } from 'kysely';
import type { ResourcesTables } from '../database.ts';
import { Said } from '../ingestion/statements.ts';
import type { PersonId } from '../people.ts';
import { type Link, numbersOf, type Numbers } from './identities.ts';
import type { DeclarationRow, LineRow, SalaryRows, StatementRow } from './rows.ts';
import { chainsOf } from './versions.ts';

type Database = Transaction<ResourcesTables>;

export async function salaryRowsOf(database: Database, person: PersonId): Promise<SalaryRows> {
  const numbers = numbersOf(person, await linksAround(database, person));
  const statements = await statementsOf(database, numbers.all);
  const lines = await linesOf(database, numbers.all);
  const ids = new Set([...statements, ...lines].map(({ declaration }) => declaration));
  const declarations = await versionsOf(database, [...ids]);
  return ownRows(numbers, { declarations, statements, lines });
}

/** Without what other companies declared under a former number, and what this number was only mistaken for. */
function ownRows(
  { isOwn }: Numbers,
  rows: {
    declarations: readonly DeclarationRow[];
    statements: readonly (StatementRow & { person: PersonId })[];
    lines: readonly (LineRow & { person: PersonId })[];
  },
): SalaryRows {
  const companies = new Map(rows.declarations.map(({ id, siret }) => [id, siret.slice(0, 9)]));
  const own = ({ person, declaration }: { person: PersonId; declaration: number }) =>
    isOwn(person, companies.get(declaration) ?? '');
  return {
    declarations: rows.declarations,
    statements: rows.statements.filter(own),
    lines: rows.lines.filter(own),
  };
}

/** Numbers that lead to each other in more steps are no one's. */
const LONGEST = 5;

async function linksAround(database: Database, person: PersonId): Promise<Link[]> {
  const links = new Map<string, Link & { declaration: number }>();
  const seen = new Set<PersonId>();
  let people = [person];
  for (let step = 0; people.length > 0 && step < LONGEST; step += 1) {
    for (const one of people) seen.add(one);
    const rows = await database
      .selectFrom('identity_link as link')
      .innerJoin('declaration', 'declaration.id', 'link.declaration')
      .select(['company', 'former', 'current', 'temporary', 'link.declaration', 'declaration.declared_on'])
      .where((where) => {
        const list = uuids(people);
        return where.or([where('former', '=', list), where('current', '=', list)]);
      })
      .execute();
    for (const { declared_on: declaredOn, ...row } of rows)
      links.set(`${row.former} ${row.current} ${row.declaration}`, { ...row, declaredOn });
    people = [...new Set(rows.flatMap(({ former, current }) => [former, current]))].filter(
      (it) => !seen.has(it),
    );
  }
  if (links.size === 0) return [];
  const versions = await versionsOf(
    database,
    [...links.values()].map(({ declaration }) => declaration),
  );
  const holding = new Set(chainsOf(versions, ({ id }) => String(id)).map(({ holds }) => holds?.id));
  return [...links.values()].filter(({ declaration }) => holding.has(declaration));
}

const uuids = (people: readonly PersonId[]) => sql<PersonId>`any(${[...people]}::uuid[])`;

async function statementsOf(database: Database, people: readonly PersonId[]) {
  const rows = await database
    .selectFrom('statement')
    .selectAll()
    .where('person', '=', uuids(people))
    .execute();
  return rows.map((row) => ({
    person: row.person,
    declaration: row.declaration,
    contract: row.contract,
    begins: row.begins,
    nature: row.nature,
    policy: row.policy,
    plannedUntil: row.planned_until,
    workShare: row.work_share,
    said: Said.parse(row.said ?? {}),
  }));
}

async function linesOf(database: Database, people: readonly PersonId[]) {
  const rows = await database
    .selectFrom('payment_line')
    .selectAll()
    .where('person', '=', uuids(people))
    .execute();
  return rows.map((row) => ({
    person: row.person,
    declaration: row.declaration,
    paidOn: row.paid_on,
    kind: row.kind,
    contract: row.contract,
    code: row.code,
    from: row.period_from,
    until: row.period_until,
    amount: row.amount,
  }));
}

/** Those declarations, and all that have their key: a version that leaves the person out replaces one that named them. */
async function versionsOf(database: Database, ids: readonly number[]): Promise<DeclarationRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ResourcesTables['declaration']>`
    with named as (select * from declaration where id = any(${[...ids]}::bigint[]))
    select declaration.* from declaration
      join (select distinct siret, month from named where month is not null) as key using (siret, month)
    union
    select * from named
    union
    select declaration.* from declaration join named using (siret, nature)
      where declaration.month is null and named.month is null
        and (declaration.business_id = named.business_id or declaration.cancelled_id = named.business_id)`.execute(
    database,
  );
  return rows.map((row) => ({
    id: row.id,
    siret: row.siret,
    nature: row.nature,
    type: row.type,
    fraction: row.fraction,
    scope: row.scope,
    number: row.number,
    month: row.month,
    declaredOn: row.declared_on,
    businessId: row.business_id,
    cancelledId: row.cancelled_id,
  }));
}
