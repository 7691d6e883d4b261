/** The page that asks the NIR, once. Its own shape of error: said at the top, again at the field, and linked. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { PortalEnv } from '../http/environment.ts';
import { PAGE } from '../http/policy.ts';
import { helpOf, type Pages } from '../pages/layout.ts';
import type { Identity } from '../sign-in/identity.ts';
import type { NirFault } from './nir.ts';
import type { Mismatch } from './plausible.ts';
import type { NirFormTrouble } from './trouble.ts';
import { KEPT } from '../retention.ts';

export interface NirPage {
  readonly identity: Identity;
  /** What the person typed, to mend; never shown again once it was refused. */
  readonly typed?: string | undefined;
  readonly trouble?: NirFormTrouble | undefined;
  readonly back?: { readonly href: string; readonly words: string } | undefined;
}

const FAULTS: Readonly<Record<Exclude<NirFault, 'length'> | 'too-long', string>> = {
  empty: 'Entrez votre numéro de sécurité sociale.',
  characters: 'Le numéro ne contient que des chiffres, et la lettre A ou B si vous êtes né en Corse.',
  'key-missing': 'Il manque la clé : les 2 derniers chiffres, écrits un peu à part sur votre carte Vitale.',
  'too-long': 'Ce que vous avez entré est beaucoup trop long. Le numéro a 15 caractères, clé comprise.',
  sex: 'Le premier chiffre est 1 ou 2 (3, 4, 7 ou 8 pour un numéro provisoire). Vérifiez-le.',
  month: 'Les 4e et 5e chiffres, ceux du mois de naissance, ne sont pas possibles. Vérifiez-les.',
  place: 'Les chiffres 6 à 10, ceux du lieu de naissance, ne sont pas possibles. Vérifiez-les.',
  order: 'Les chiffres 11 à 13 ne sont pas possibles. Vérifiez-les.',
  key: 'Les 2 derniers chiffres ne correspondent pas aux autres : il y a sans doute une faute de frappe. Vérifiez chaque chiffre.',
};

const DOUBTS: Readonly<Record<Mismatch, string>> = {
  sex: 'le premier chiffre',
  year: 'l’année de naissance (2e et 3e chiffres)',
  month: 'le mois de naissance (4e et 5e chiffres)',
  country: 'le lieu de naissance (6e et 7e chiffres)',
};

function troubleInWords(trouble: NirFormTrouble): string {
  if (trouble.kind === 'refused') {
    return 'Nous n’avons pas pu confirmer que ce numéro est le vôtre. Vérifiez-le sur votre carte Vitale ou sur une attestation de droits.';
  }
  if (trouble.kind === 'doubt') {
    const parts = trouble.mismatches.map((mismatch) => DOUBTS[mismatch]).join('\u00a0; ');
    return `Ce numéro ne semble pas correspondre à l’identité donnée par FranceConnect\u00a0: vérifiez ${parts}. S’il est bien le vôtre, validez-le à nouveau.`;
  }
  if (trouble.fault !== 'length') return FAULTS[trouble.fault];
  return `Le numéro a 15 caractères, clé comprise. Vous en avez entré ${trouble.length}.`;
}

/** A page of its own, also when it says what is wrong: it comes after the redirect that answered the form. */
export function showNirPage(
  c: Context<PortalEnv>,
  pages: Pages,
  page: NirPage,
): Response | Promise<Response> {
  const { identity, trouble, back } = page;
  const words = trouble && troubleInWords(trouble);
  // Under `no-referrer` a browser sends `Origin: null` with a form, and the origin is what we check.
  c.header('referrer-policy', 'same-origin');
  return pages.show(c, {
    title:
      words === undefined
        ? 'Votre numéro de sécurité sociale'
        : 'Erreur\u00a0: votre numéro de sécurité sociale',
    policy: { ...PAGE, 'form-action': "'self'" },
    stays: { seconds: KEPT.signInSeconds + 1, then: '/nir' },
    main: html`<div class="narrow">
      ${words && summary(words)}
      <p class="quiet">Première connexion · une seule fois</p>
      <h1>Votre numéro de sécurité sociale</h1>
      <p>
        Bonjour ${identity.firstNames[0]}. FranceConnect nous a dit qui vous êtes. Pour trouver vos droits,
        vos organismes ont aussi besoin de votre numéro.
      </p>
      ${form(page, words)}
      <details>
        <summary>Où trouver mon numéro&nbsp;?</summary>
        <p>
          Sur votre carte Vitale, votre attestation de droits, vos feuilles de paie ou vos relevés de
          retraite. C’est
          <b>votre</b> numéro qu’il faut&nbsp;: pas celui d’un parent, d’un conjoint ou d’un jumeau.
        </p>
      </details>
      <details>
        <summary>Que faites-vous de mon numéro&nbsp;?</summary>
        <p>
          Nous le faisons vérifier par le registre national, puis nous le gardons chiffré pour ne plus vous le
          demander. Il est détruit douze mois après votre dernière connexion. Le site d’où vous venez ne le
          voit jamais.
        </p>
      </details>
      ${
        trouble?.kind === 'refused' &&
        html`<div class="card">
          <h2>Nous pouvons vous aider</h2>
          ${helpOf(pages.support)}
        </div>`
      }
      ${back && html`<p><a href="${back.href}">${back.words}</a></p>`}
    </div>`,
  });
}

/** Focused when the page opens, without any script: `autofocus` is for every element that can have the focus. */
function summary(words: string) {
  return html`<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="erreur-titre">
    <h2 id="erreur-titre">Il y a un problème</h2>
    <p><a href="#nir">${words}</a></p>
  </div>`;
}

function form({ identity, typed, trouble }: NirPage, words: string | undefined) {
  // A numeric keyboard has no letters, which Corsican numbers need.
  const corsican = /^2[AB]/.test(identity.birthCommune ?? '');
  return html`<form method="post" action="/nir" novalidate class="${words === undefined ? '' : 'wrong'}">
    <label for="nir">Numéro de sécurité sociale</label>
    <p class="quiet" id="nir-aide">
      15 caractères, clé comprise, avec ou sans espaces. Exemple&nbsp;:
      <span class="example">1&nbsp;85&nbsp;05&nbsp;78&nbsp;006&nbsp;084&nbsp;91</span>
    </p>
    ${words && html`<p class="error" id="nir-erreur"><b>Erreur&nbsp;:</b> ${words}</p>`}
    <input
      id="nir"
      name="nir"
      type="text"
      class="number"
      inputmode="${corsican ? 'text' : 'numeric'}"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      required
      aria-describedby="nir-aide${words && ' nir-erreur'}"
      ${words && html`aria-invalid="true"`}
      value="${trouble?.kind === 'refused' ? '' : typed}"
    />
    ${trouble?.kind === 'doubt' && html`<input type="hidden" name="sure" value="yes" />`}
    <p><button type="submit" class="button">Valider mon numéro</button></p>
  </form>`;
}
