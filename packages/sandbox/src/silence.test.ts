/** Canary: whatever citizens' tokens are used for, right or wrong, the sandbox's program writes nothing of it. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { citizenByLogin } from './citizens.ts';
import { DATA_PROVIDERS } from './france-connect/data-providers.ts';
import { signedInTokens } from './france-connect/signed-in-token.ts';
import { freePorts, launch, type Running } from './launch.ts';
import { createLoopbackFetch } from './loopback.ts';

const PORTAL = 'http://portal.localhost:1';
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const loopback = createLoopbackFetch();

let program: Running;
let issuer: string;
let suppliers: string;

beforeAll(async () => {
  const ports = await freePorts(['franceConnect', 'sandbox']);
  issuer = `http://franceconnect.localhost:${ports.franceConnect}/api/v2`;
  suppliers = `http://127.0.0.1:${ports.sandbox}`;
  program = await launch({
    name: 'sandbox',
    command: [process.execPath, MAIN],
    env: {
      SANDBOX_FC_PORT: String(ports.franceConnect),
      SANDBOX_PORT: String(ports.sandbox),
      MDS_PORTAL_ORIGIN: PORTAL,
    },
    ready: { port: ports.sandbox, path: '/healthz' },
  });
});
afterAll(async () => {
  await program.stop();
  await loopback.close();
});

it('writes nothing of tokens, of their checks, and of whom they are', async () => {
  const { access_token, id_token } = await signedInTokens({
    issuer,
    login: 'camille',
    scope: 'identite_pivot prime_activite api_fc-liste-paiementsv1',
    callback: `${PORTAL}/callback`,
  });
  const tokens = [access_token, id_token, 'jeton-inconnu', `${access_token}x`];
  const paths = [
    'cnaf/v3/dss/prestations/emploi/france_connect',
    'cnam/v3/assurance_maladie/droits/france_connect',
    'france-travail/v3/france_travail/indemnites/france_connect',
    'cnaf/nulle-part/france_connect',
  ];
  const answered = new Set<number>();
  const bodies: string[] = [];
  const ask = async (init: { path: string; token: string }) => {
    const response = await loopback.fetch(`${suppliers}/${init.path}?recipient=00000000000000`, {
      headers: { authorization: `Bearer ${init.token}` },
    });
    answered.add(response.status);
    if (response.status !== 200) bodies.push(await response.text());
  };
  const breakdown = (name: string, mode: string) =>
    loopback.fetch(`${suppliers}/_faults/${name}`, { method: 'PUT', body: JSON.stringify({ mode }) });
  for (const token of tokens) for (const path of paths) await ask({ path, token });
  for (const mode of ['dead', 'garbage', 'wrong', 'truncated']) {
    await breakdown('franceconnect', mode);
    await ask({ path: paths[0] ?? '', token: access_token });
  }
  await breakdown('franceconnect', 'ok');
  // The provider's keys cannot be had: FranceConnect cannot answer.
  await breakdown('cnaf', 'dead');
  for (const { id, secret } of DATA_PROVIDERS) {
    for (const form of [
      { client_id: id, client_secret: secret },
      { client_id: id, client_secret: 'autre' },
    ]) {
      const response = await loopback.fetch(`${issuer}/checktoken`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...form, token: access_token }),
      });
      bodies.push(await response.text());
    }
  }
  expect([...answered].sort()).toEqual([200, 401, 403, 404, 502, 504]);

  const { identity, nir } = citizenByLogin('camille') ?? { identity: undefined, nir: '' };
  const canaries = [access_token, id_token, 'jeton-inconnu', nir, '218.64', 'camille', 'prime_activite'];
  for (const value of Object.values(identity ?? {}))
    canaries.push(...[value].flat().filter((it) => it !== ''));
  const [said, refusals] = [program.output(), bodies.join('\n')];
  expect(said).toContain('"event":"listening"');
  for (const canary of canaries) {
    // Only whether: a failing test must not print it either.
    expect(said.includes(canary), `canary ${canaries.indexOf(canary)} in the output`).toBe(false);
    expect(refusals.includes(canary), `canary ${canaries.indexOf(canary)} in a refusal`).toBe(false);
  }
});
