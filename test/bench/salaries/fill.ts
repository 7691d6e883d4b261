/** A store as full as years of everybody's declarations make it, without reading any: rows of people who do not exist. */
import { monthsBetween, monthsAfter, lastDay, firstDay } from '@mds-kit/resources/months/calendar';
import pg from 'pg';

const MONTHS = 24;
/** Net social, net paid, net taxable, gross and hours. */
const KINDS = ['net-social', 'net-paid', 'net-taxable', 'gross', 'hours'];
const STAFF = 100;

/** What one person's `MONTHS` come to. */
const LINES_OF_ONE = MONTHS * KINDS.length;

/**
 * Adds about so many payment lines, with the statements and declarations that they came with, in months up to `last`.
 *
 * @returns how many payment lines the store holds then
 */
export async function fill(url: string, lines: number, last: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const persons = Math.ceil(lines / LINES_OF_ONE);
    await client.query(`
      create temporary table somebody as
        select n, gen_random_uuid() as person from generate_series(0, ${persons - 1}) as n;
      create temporary table employer as
        select n, '9' || lpad(n::text, 8, '0') || '00011' as siret
        from generate_series(0, ${Math.ceil(persons / STAFF) - 1}) as n;
      analyze somebody, employer;`);
    for (const month of monthsBetween(monthsAfter(last, 1 - MONTHS), last)) await addMonth(client, month);
    // As the server would by itself in time.
    await client.query('vacuum analyze declaration, statement, payment_line');
    const { rows } = await client.query<{ count: string }>('select count(*) from payment_line');
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}

async function addMonth(client: pg.Client, month: string): Promise<void> {
  const [from, until] = [firstDay(month), lastDay(month)];
  const kinds = KINDS.map((kind) => `('${kind}'::line_kind)`).join(', ');
  await client.query(`
    create temporary table declared as
      with made as (
        insert into declaration (id, deposit, line, siret, nature, type, fraction, scope, number, month, declared_on)
          select nextval('declaration_id'), 0, 1, siret, '01', '01', '11', '01', 1, '${month}',
            '${firstDay(monthsAfter(month, 1))}'
          from employer
          returning id, siret)
      select id, n from made join employer using (siret);
    create temporary table paid as
      select person, id as declaration, somebody.n from somebody join declared on declared.n = somebody.n / ${STAFF};
    insert into statement (person, declaration, contract, begins, nature, policy, work_share)
      select person, declaration, '00001', '2020-01-06', '01', '99', 1000 from paid;
    insert into payment_line (paid_on, person, declaration, kind, contract, period_from, period_until, amount)
      select '${until}', person, declaration, kind, '00001', '${from}', '${until}', 150000 + n
      from paid cross join (values ${kinds}) as of_a_payment (kind);
    drop table declared, paid;`);
}
