/**
 * The portal's HTTP API as OpenAPI 3.1, made from the schemas that every answer is checked against, so that the
 * two cannot drift apart. `openapi.json` beside the package is this, written down.
 */
import * as z from 'zod/mini';
import { NAMED, type Name } from './openapi/named.ts';
import { ALWAYS, type Operation, OPERATIONS } from './openapi/operations.ts';
import { TOKEN } from './openapi/token.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const reference = (name: Name) => ({ $ref: `#/components/schemas/${name}` });

const host = (name: string, example: string, description: string) => ({
  url: `https://{${name}}`,
  variables: { [name]: { default: example, description } },
});
const WIDGETS = host('widgets', 'widgets.exemple.fr', 'The host of frames and of their API');
const PORTAL = host('portal', 'portail.exemple.fr', 'The host of sign-in and of the portal’s own pages');

/** The whole document. */
export function openApi(): { [key: string]: Json } {
  return {
    openapi: '3.1.1',
    info: {
      title: 'mds-kit',
      version: '1',
      summary: 'What the tags ask of the central portal of social rights.',
      description:
        'Browsers call `/v1`, with the session in a cookie that scripts cannot read; `/token` is the one call for servers. Answers are never stored (`Cache-Control: no-store`), except the public catalogue. Errors are problem details (RFC 9457), in the language of `Accept-Language`: French, English or easy-read French (`fr-x-falc`); those of `/token` are OAuth’s.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [WIDGETS],
    paths: { ...paths(), '/token': { servers: [PORTAL], post: TOKEN } },
    components: {
      schemas: schemas(),
      parameters: {
        Partner: {
          name: 'Mds-Partner',
          in: 'header',
          required: true,
          description:
            'Id of the registered partner whose page shows the tag. Forces a preflight on other origins.',
          schema: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64 },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-mds-session' } },
    },
  };
}

function paths(): { [key: string]: Json } {
  const byPath: { [path: string]: { [method: string]: Json } } = {};
  for (const operation of OPERATIONS)
    (byPath[operation.path] ??= {})[operation.method] = operationObject(operation);
  return byPath;
}

function operationObject(operation: Operation): Json {
  const { request, answer } = operation;
  const content = (name: Name) => ({ 'application/json': { schema: reference(name) } });
  const parameters: Json[] = (operation.parameters ?? []).map(({ name, schema }) => ({
    name,
    in: 'path',
    required: true,
    schema: reference(schema),
  }));
  for (const { name, schema } of operation.query ?? [])
    parameters.push({ name, in: 'query', required: false, schema: reference(schema) });
  if (!operation.public) parameters.push({ $ref: '#/components/parameters/Partner' });
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.own ? { description: 'On the portal’s own host alone.', servers: [PORTAL] } : {}),
    parameters,
    ...(operation.session ? { security: [{ session: [] }] } : {}),
    ...(request ? { requestBody: { required: true, content: content(request) } } : {}),
    responses: {
      200: { description: operation.summary, content: content(answer) },
      ...problemAnswers([...operation.problems, ...ALWAYS]),
    },
  };
}

/** Problems by status, which is how OpenAPI groups answers. */
function problemAnswers(codes: readonly ProblemCode[]): { [status: string]: Json } {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group.map((code) => `\`${code}\`: ${PROBLEMS[code].words.en.title}`).join('; '),
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    ]),
  );
}

function schemas(): { [name: string]: Json } {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    target: 'draft-2020-12',
  });
  // Neither belongs inside a document that has its own dialect and addresses.
  const bare = Object.entries(made.schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]);
  return JSON.parse(JSON.stringify(Object.fromEntries(bare))) as { [name: string]: Json };
}
