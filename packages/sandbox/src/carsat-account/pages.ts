import { html } from 'hono/html';
import { page, type Markup } from '../page.ts';

const site = 'Carsat de l’Exemple';
const warning = 'Cette caisse de retraite n’existe pas, et les montants de cette page sont inventés.';

const render = (title: string, main: Markup) => page({ title, site, warning, main });

export function accountPage(account: { firstName: string; nextAppointment: string }): Markup {
  return render(
    'Mon compte retraite',
    html`<h1>Bonjour ${account.firstName}</h1>
      <p>Vous êtes dans votre compte de la Carsat de l’Exemple.</p>
      <h2>Votre relevé de carrière</h2>
      <dl class="card">
        <dt>Trimestres enregistrés</dt>
        <dd>58</dd>
        <dt>Dernière année reportée</dt>
        <dd>L’année dernière</dd>
      </dl>
      <h2>Vos rendez-vous</h2>
      <p>
        Vous n’avez pas de rendez-vous. Un conseiller peut vous appeler à partir du
        ${account.nextAppointment}.
      </p>
      <form method="post" action="/deconnexion"><button class="second">Me déconnecter</button></form>`,
  );
}

export function welcomePage(): Markup {
  return render(
    'Accueil',
    html`<h1>Préparer sa retraite, la recevoir</h1>
      <p><a href="/mon-compte">Aller à mon compte</a></p>`,
  );
}

export function signedOutPage(): Markup {
  return render(
    'Déconnexion',
    html`<h1>Vous êtes déconnecté</h1>
      <p><a href="/mon-compte">Me connecter à nouveau</a></p>`,
  );
}

export function failurePage(): Markup {
  return render(
    'Connexion impossible',
    html`<h1>Nous n’avons pas pu vous connecter</h1>
      <p>
        FranceConnect ne nous a pas confirmé votre identité. <a href="/mon-compte">Essayez encore</a>, ou
        appelez-nous au <a href="tel:+33199000010">01 99 00 00 10</a>, du lundi au vendredi de 9&nbsp;h à
        17&nbsp;h.
      </p>`,
  );
}
