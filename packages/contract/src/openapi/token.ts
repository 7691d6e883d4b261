/**
 * `POST /token`, the one call that a fund's server makes (RFC 8693, OAuth token exchange), as OpenAPI. By hand: it is a form
 * with words of OAuth, which no browser ever sends, and the portal reads it with a schema of its own.
 */
const JWT =
  'A signed token (RFC 7519), `EdDSA` or `ES256`, whose `kid` names a key that you have registered. ';
const COMMON = '`iss` your partner id, `exp` 60 seconds ahead at most, `jti` used once. ';

const one = (value: string) => ({ type: 'string', const: value });
const refusal = (description: string) => ({
  description,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: { error: { type: 'string' }, error_description: { type: 'string' } },
        required: ['error', 'error_description'],
      },
    },
  },
});

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const FORM = {
  grant_type: one('urn:ietf:params:oauth:grant-type:token-exchange'),
  client_assertion_type: one('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  client_assertion: {
    type: 'string',
    maxLength: 6000,
    description: `${JWT}Who asks (RFC 7523): ${COMMON}\`sub\` the same as \`iss\`, \`aud\` the address of this call and no other.`,
  },
  subject_token_type: one('urn:ietf:params:oauth:token-type:jwt'),
  subject_token: {
    type: 'string',
    maxLength: 6000,
    description: `${JWT}Who is connected: ${COMMON}\`iat\` now, \`aud\` the portal’s origin and no other, \`sub\` your own name for the person, \`nir\` (15 characters), the identity as FranceConnect names it (\`family_name\`, \`given_name\`, \`given_name_array\`, \`birthdate\`, \`gender\`, \`birthplace\`, \`birthcountry\`), \`acr\` (\`eidas1\`, \`eidas2\`, \`eidas3\`) and \`auth_time\`, when they signed in at your site.`,
  },
  requested_token_type: one('urn:mds-kit:token-type:frame-ticket'),
  challenge: {
    type: 'string',
    pattern: '^[A-Za-z0-9_-]{43}$',
    description: 'The `challenge` with which the hidden frame came to your `data-ticket-url`.',
  },
} as const;

const TICKET = {
  access_token: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$', description: 'The ticket.' },
  issued_token_type: FORM.requested_token_type,
  token_type: one('N_A'),
  expires_in: { type: 'integer', description: 'Seconds.' },
} as const;

export const TOKEN = {
  operationId: 'exchangeToken',
  summary: 'A fund’s server changes its word for who is connected into a ticket for one browser',
  description:
    'From server to server, by convention. Lead the frame on with a 303 to `/embed/ticket?partner=…#mds-ticket=…` on the widgets’ host; without a ticket, without the fragment. Never put a ticket into a body.',
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: { type: 'object', properties: FORM, required: Object.keys(FORM) },
      },
    },
  },
  responses: {
    200: {
      description: 'The ticket: for 60 seconds, once, in the browser of this challenge',
      content: {
        'application/json': {
          schema: { type: 'object', properties: TICKET, required: Object.keys(TICKET) },
        },
      },
    },
    400: refusal(
      '`invalid_request`; `unsupported_grant_type`; `invalid_grant`: the subject token was not accepted; `interaction_required`: the person has to sign in themselves, whatever the reason',
    ),
    401: refusal('`invalid_client`: the client assertion was not accepted'),
    429: problem('Too many requests: come back after `Retry-After` seconds'),
    503: problem('Maintenance, or the portal is not answering: the person signs in themselves'),
  },
} as const;
