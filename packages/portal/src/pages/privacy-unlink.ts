/** Unlinking: what happens and what does not, before; that it is done, and the one thing left to do, after. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { PortalEnv } from '../http/environment.ts';
import { PAGE } from '../http/policy.ts';
import { showFailure } from './failure-page.ts';
import type { Pages } from './layout.ts';

export function showUnlinkPage(c: Context<PortalEnv>, pages: Pages): Response | Promise<Response> {
  // Under `no-referrer` a browser sends `Origin: null` with a form, and the origin is what we check.
  c.header('referrer-policy', 'same-origin');
  return pages.show(c, {
    title: 'Supprimer vos données de ce portail',
    policy: { ...PAGE, 'form-action': "'self'" },
    main: html`<div class="narrow">
      <h1>Supprimer vos données de ce portail&nbsp;?</h1>
      <h2>Ce qui va se passer</h2>
      <ul>
        <li>
          Tout ce que nous gardons de vous est détruit, tout de suite et pour toujours&nbsp;: votre numéro de
          sécurité sociale, le journal de vos accès, vos réponses.
        </li>
        <li>Vos sessions se terminent partout&nbsp;: ici, et sur les sites où vous affichez vos droits.</li>
      </ul>
      <h2>Ce qui ne change pas</h2>
      <ul>
        <li>
          Vos droits, vos paiements et vos démarches continuent. Vos organismes gardent leurs dossiers, et ne
          sont pas prévenus.
        </li>
        <li>Vos comptes FranceConnect, Ameli, Caf, MSA… restent ouverts.</li>
        <li>
          Vous pouvez revenir quand vous voulez&nbsp;: nous vous demanderons à nouveau votre numéro de
          sécurité sociale.
        </li>
      </ul>
      <p>
        Vous voulez en garder une copie&nbsp;?
        <a href="/privacy/export" download>Téléchargez d’abord vos données</a>.
      </p>
      <form method="post" action="/privacy/unlink">
        <button type="submit" class="button">Supprimer mes données maintenant</button>
      </form>
      <p><a href="/privacy">Ne rien supprimer et revenir</a></p>
    </div>`,
  });
}

export function showUnlinkedPage(
  c: Context<PortalEnv>,
  pages: Pages,
  signOutUrl: string,
): Response | Promise<Response> {
  return pages.show(c, {
    title: 'Vos données sont supprimées',
    main: html`<div class="narrow">
      <h1>Vos données sont supprimées</h1>
      <p>
        Ce portail ne garde plus rien de vous, et vos sessions sont terminées partout. Vos droits n’ont pas
        changé.
      </p>
      <div class="card">
        <h2>Il reste une chose à faire</h2>
        <p>
          Votre session FranceConnect est encore ouverte. Déconnectez-vous aussi là-bas, surtout si d’autres
          personnes utilisent cet appareil.
        </p>
        <p><a class="button" href="${signOutUrl}">Me déconnecter de FranceConnect</a></p>
      </div>
      <p><a href="/">Aller à l’accueil</a></p>
    </div>`,
  });
}

/** Somebody else's page sent the form. */
export function showRefused(c: Context<PortalEnv>, pages: Pages): Response | Promise<Response> {
  return showFailure(c, pages, {
    status: 403,
    code: 'origin-refused',
    title: 'Rien n’a été supprimé',
    words: [
      'La demande ne venait pas de notre page. Si vous voulez vraiment supprimer vos données, recommencez ici.',
    ],
    ways: [{ href: '/privacy/unlink', words: 'Recommencer' }],
  });
}
