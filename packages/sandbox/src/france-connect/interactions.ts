import { Hono, type Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type Provider from 'oidc-provider';
import { citizenByLogin, type Citizen } from '../citizens.ts';
import { PAGE_HEADERS, PAGE_STYLE, type Markup } from '../page.ts';
import { dataAsked } from './data-providers.ts';
import { SCOPES } from './identity.ts';
import { errorPage, identityChoicePage, informationPage, welcomePage } from './pages.ts';

type Env = { Bindings: HttpBindings };
type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

const SUBMIT_SCRIPT = 'document.forms[0].submit();';

/** The pages between a service and its answer: choose an identity, read what is handed over, go on or refuse. */
export function interactionApp(options: {
  provider: () => Provider;
  rotateKeys: (how: { forget: boolean }) => Promise<void>;
}): Hono<Env> {
  const { provider, rotateKeys } = options;
  const app = new Hono<Env>();

  app.get('/', (c) => show(c, welcomePage()));
  app.get('/assets/page.css', (c) => c.body(PAGE_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/assets/submit.js', (c) =>
    c.body(SUBMIT_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  app.put('/_keys/rotate', async (c) => {
    await rotateKeys({ forget: c.req.query('forget') === 'true' });
    return c.body(null, 204);
  });

  app.get('/api/v2/interaction/:uid', async (c) => {
    const interaction = await detailsOf(c, provider());
    const citizen = chosenOf(interaction);
    const clientName = await clientNameOf(provider(), interaction);
    if (!citizen) return show(c, identityChoicePage(interaction.uid, clientName));
    // Services that ask for prompt=login alone skip the information page.
    if (interaction.params.prompt === 'login') return finish(c, provider(), signedInAs(citizen));
    return show(
      c,
      informationPage({
        uid: interaction.uid,
        clientName,
        citizen,
        claims: claimsOf(interaction),
        data: dataAsked(scopesOf(interaction)),
      }),
    );
  });

  app.post('/api/v2/interaction/:uid/identity', async (c) => {
    const { login } = await c.req.parseBody();
    const citizen = typeof login === 'string' ? citizenByLogin(login) : undefined;
    return choose(c, await detailsOf(c, provider()), citizen?.login ?? '');
  });
  app.post('/api/v2/interaction/:uid/change', async (c) => {
    const interaction = await detailsOf(c, provider());
    await leaveSession(provider(), interaction);
    return choose(c, interaction, '');
  });
  app.post('/api/v2/interaction/:uid/continue', async (c) => {
    const interaction = await detailsOf(c, provider());
    const citizen = chosenOf(interaction);
    return citizen ? finish(c, provider(), signedInAs(citizen)) : choose(c, interaction, '');
  });
  app.post('/api/v2/interaction/:uid/refuse', (c) =>
    finish(c, provider(), { error: 'access_denied', error_description: 'User auth aborted' }),
  );

  app.notFound((c) => show(c, errorPage('404', 'Cette page n’existe pas.'), 404));
  app.onError((_error, c) => show(c, errorPage('Y000400', 'La demande a expiré, ou n’existe pas.'), 400));
  return app;
}

/** The identity chosen on this way, else the one of the session (single sign-on); none: it must be chosen. */
function chosenOf(interaction: Interaction): Citizen | undefined {
  const chosen = interaction.result?.chosen ?? interaction.session?.accountId;
  return typeof chosen === 'string' ? citizenByLogin(chosen) : undefined;
}

/** Keeps the choice on the server: a login name has no place in an address. */
async function choose(c: Context<Env>, interaction: Interaction, login: string) {
  interaction.result = { chosen: login };
  await interaction.persist();
  return c.redirect(`/api/v2/interaction/${interaction.uid}`, 303);
}

/** Only the sandbox lets one become somebody else on the way: the real one makes you sign out first. */
async function leaveSession(provider: Provider, interaction: Interaction) {
  const { uid } = interaction.session ?? {};
  if (uid === undefined) return;
  const session = await provider.Session.findByUid(uid);
  await session?.destroy();
  interaction.session = undefined;
}

const signedInAs = (citizen: Citizen) => ({
  login: { accountId: citizen.login, acr: 'eidas1', amr: ['pwd'] },
  // Without it a prompt that includes consent asks for ever.
  consent: {},
});

async function finish(c: Context<Env>, provider: Provider, result: Record<string, unknown>) {
  return c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, result), 303);
}

async function detailsOf(c: Context<Env>, provider: Provider): Promise<Interaction> {
  const interaction = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
  if (interaction.uid !== c.req.param('uid')) throw new Error('another interaction is under way');
  return interaction;
}

async function clientNameOf(provider: Provider, interaction: Interaction): Promise<string> {
  const client = await provider.Client.find(String(interaction.params.client_id));
  return client?.clientName ?? 'ce service';
}

function claimsOf(interaction: Interaction): ReadonlySet<string> {
  return new Set(scopesOf(interaction).flatMap((scope) => SCOPES[scope] ?? []));
}

const scopesOf = ({ params }: Interaction): string[] => String(params.scope).split(' ');

async function show(c: Context<Env>, markup: Markup, status: 200 | 400 | 404 = 200) {
  return c.body(String(await markup), status, PAGE_HEADERS);
}
