/** What the privacy page says to everybody (RGPD art. 13 and 14), and its frame for those who are signed in. */
import type { Organisation } from '@mds-kit/contract/organisations';
import { html } from 'hono/html';
import { RETENTION } from '../retention.ts';
import type { Markup } from './layout.ts';

/** What the page says to the person who reads it. */
export interface Own {
  /** Before what is kept: what they can do. */
  readonly first?: Markup;
  /** By row of the retention table: what there is of them now. */
  readonly today?: Today;
  /** After what is kept. */
  readonly then: readonly (Markup | undefined)[];
}

/** By row of the retention table. */
export type Today = Readonly<Record<string, Markup | undefined>>;

export function privacyMain(
  organisations: readonly Organisation[],
  { first, today = {}, then }: Own,
): Markup {
  return html`<div class="hero">
      <h1>Vos données personnelles</h1>
      <p class="lead">
        Ce portail demande vos droits à vos organismes au moment où vous venez, vous les montre, puis les
        oublie. Voici le peu qu’il garde, pourquoi et combien de temps.
      </p>
    </div>
    ${first}
    <section aria-labelledby="garde">
      <h2 id="garde">Ce que nous gardons</h2>
      <ul class="grid">
        ${Object.entries(RETENTION).map(
          ([what, { name, purpose, basis, duration }]) =>
            html`<li class="card">
              <h3>${name}</h3>
              <p><b>Durée&nbsp;: ${duration}.</b></p>
              <p>${purpose}</p>
              ${today[what]}
              <p class="quiet">${basis}.</p>
            </li>`,
        )}
      </ul>
    </section>
    ${then} ${flows()} ${elsewhere(organisations)}`;
}

function flows(): Markup {
  return html`<div class="two apart">
    <section class="card" aria-labelledby="oublie">
      <h2 id="oublie">Ce que nous ne gardons pas</h2>
      <p>
        Vos droits, vos montants, vos salaires, vos démarches, les réponses de vos organismes&nbsp;: rien n’en
        est écrit, ni ici, ni dans votre navigateur, ni dans l’adresse des pages. Votre nom et votre date de
        naissance disparaissent avec la session. Nos journaux techniques ne disent rien de vous.
      </p>
    </section>
    <section class="card" aria-labelledby="demande">
      <h2 id="demande">Qui demande quoi, et à qui</h2>
      <ol>
        <li>
          <b>FranceConnect</b> nous dit qui vous êtes&nbsp;: nom, prénoms, sexe, date et lieu de naissance.
        </li>
        <li>
          <b>Le registre national</b> confirme, la première fois, que le numéro de sécurité sociale est bien
          le vôtre.
        </li>
        <li><b>Le répertoire des affiliations</b> nous dit quels organismes s’occupent de vous.</li>
        <li>
          <b>Vos organismes</b> reçoivent de nous votre identité et votre numéro, et répondent sur vos droits.
        </li>
        <li>
          <b>Le dispositif des ressources mensuelles</b> les reçoit aussi quand vous affichez vos salaires, et
          dit ce que vos employeurs ont déclaré.
        </li>
        <li>
          <b>Le site où vous affichez vos droits</b> ne peut pas les lire, sauf si une convention l’y
          autorise.
        </li>
      </ol>
    </section>
  </div>`;
}

function elsewhere(organisations: readonly Organisation[]): Markup {
  const contacts = organisations.flatMap(({ name, links: { dataRights } }) =>
    dataRights === undefined ? [] : [{ name, ...dataRights }],
  );
  return html`<section class="apart" aria-labelledby="organismes">
    <h2 id="organismes">Vos données chez vos organismes</h2>
    <p>
      Une erreur dans vos droits&nbsp;? Nous n’en gardons aucun&nbsp;: c’est l’organisme qui peut la corriger.
      Voici où chacun répond au sujet de vos données.
    </p>
    <ul>
      ${contacts.map(
        ({ name, id, host }) =>
          html`<li>
            <a href="/rebound/${id}" rel="noopener noreferrer">${name}</a>
            <span class="quiet">(sur ${host})</span>
          </li>`,
      )}
    </ul>
    <p>
      Si une réponse ne vous convient pas, vous pouvez adresser une plainte à la
      <a href="https://www.cnil.fr/fr/adresser-une-plainte" rel="noopener noreferrer"
        >Commission nationale de l’informatique et des libertés</a
      >
      (CNIL). C’est gratuit.
    </p>
  </section>`;
}
