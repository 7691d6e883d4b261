import { html, raw } from 'hono/html';
import { CITIZENS, groupedNir, type Citizen } from '../citizens.ts';
import { page, type Markup } from '../page.ts';
import type { DataAsked } from './data-providers.ts';
import { LABELS } from './identity.ts';

const site = 'FranceConnect – bac à sable';
const warning =
  'Ceci n’est pas FranceConnect, mais une imitation pour essayer. Les personnes ci-dessous sont inventées : n’entrez jamais vos propres données.';

const render = (title: string, main: Markup, scripts: string[] = []) =>
  page({ title, site, warning, main, scripts });

export function welcomePage(): Markup {
  return render(
    'Accueil',
    html`<h1>Une imitation de FranceConnect</h1>
      <p>On y arrive depuis un service, avec le bouton «&nbsp;S’identifier avec FranceConnect&nbsp;».</p>`,
  );
}

/** In place of the choice of an identity provider: the choice of an invented identity. */
export function identityChoicePage(uid: string, clientName: string): Markup {
  const action = `/api/v2/interaction/${uid}`;
  return render(
    'Choisir une identité',
    html`<h1>Qui voulez-vous être&nbsp;?</h1>
      <p>Choisissez une personne inventée pour vous connecter à <strong>${clientName}</strong>.</p>
      <form method="post" action="${action}/identity">
        <ul class="people">
          ${CITIZENS.map(person)}
        </ul>
      </form>
      <form method="post" action="${action}/refuse">
        <button class="second">Refuser et revenir à ${clientName}</button>
      </form>`,
  );
}

function person({ login, identity, who, nir }: Citizen): Markup {
  return html`<li>
    <button class="second" name="login" value="${login}" aria-describedby="who-${login}">
      ${identity.given_name_array[0]} ${identity.family_name}
    </button>
    <p id="who-${login}">${who}</p>
    <p class="quiet">Numéro de sécurité sociale inventé&nbsp;: <span class="nir">${groupedNir(nir)}</span></p>
  </li>`;
}

/** What is about to be handed over, and to whom: one must press to go on. */
export function informationPage(options: {
  uid: string;
  clientName: string;
  citizen: Citizen;
  /** Names of the claims that the service asked for. */
  claims: ReadonlySet<string>;
  /** What it may then ask of others, for this person. */
  data: DataAsked[];
}): Markup {
  const { uid, clientName, citizen, claims, data } = options;
  const action = `/api/v2/interaction/${uid}`;
  const shown = Object.entries(citizen.identity).filter(([claim]) => claims.has(claim) && claim in LABELS);
  return render(
    'Continuer',
    html`<h1>Vous allez vous connecter à ${clientName}</h1>
      <p>Voici les données que FranceConnect lui transmet&nbsp;:</p>
      <dl class="card">
        ${shown.map(
          ([claim, value]) =>
            html`<dt>${LABELS[claim]}</dt>
              <dd>${inWords(claim, String(value))}</dd>`,
        )}
      </dl>
      ${
        data.length === 0
          ? ''
          : html`<p>Il pourra aussi demander, aussitôt et pour vous&nbsp;:</p>
              <dl class="card">
                ${data.map(
                  ({ provider, labels }) =>
                    html`<dt>${provider}</dt>
                      <dd>${labels.join(', ')}</dd>`,
                )}
              </dl>`
      }
      <div class="actions">
        <form method="post" action="${action}/continue"><button>Continuer vers ${clientName}</button></form>
        <form method="post" action="${action}/refuse"><button class="second">Refuser</button></form>
        <form method="post" action="${action}/change">
          <button class="second">Changer d’identité</button>
        </form>
      </div>`,
  );
}

const longDate = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });

function inWords(claim: string, value: string): string {
  if (claim === 'gender') return value === 'female' ? 'Féminin' : 'Masculin';
  if (claim === 'birthdate') return longDate.format(new Date(`${value}T00:00:00Z`));
  return value === '' ? 'Aucune (naissance à l’étranger)' : value;
}

/** Posts itself: the person has already asked to sign out, at the service. */
export function logoutPage(form: string): Markup {
  const confirmed = form.replace(
    '</form>',
    '<input type="hidden" name="logout" value="yes"/><button>Terminer la déconnexion</button></form>',
  );
  return render(
    'Déconnexion',
    html`<h1>Déconnexion</h1>
      ${raw(confirmed)}`,
    ['/assets/submit.js'],
  );
}

export function loggedOutPage(): Markup {
  return render(
    'Déconnexion',
    html`<h1>Vous êtes déconnecté de FranceConnect</h1>
      <p>Vous pouvez fermer cette page.</p>`,
  );
}

export function errorPage(code: string, reason: string): Markup {
  return render(
    'Erreur',
    html`<h1>La connexion n’a pas pu se faire</h1>
      <p>Revenez au service d’où vous venez, et essayez encore.</p>
      <p class="quiet">Erreur ${code}. ${reason}</p>`,
  );
}
