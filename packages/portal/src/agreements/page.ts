/** The page that asks, once: what changes with a yes, what with a no, and that neither is better for us. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { PortalEnv } from '../http/environment.ts';
import { PAGE } from '../http/policy.ts';
import type { Pages } from '../pages/layout.ts';

export function showAgreementPage(
  c: Context<PortalEnv>,
  pages: Pages,
  { fund, firstName }: { fund: string; firstName: string },
): Response | Promise<Response> {
  // Under `no-referrer` a browser sends `Origin: null` with a form, and the origin is what we check.
  c.header('referrer-policy', 'same-origin');
  return pages.show(c, {
    title: `Vos droits dans votre compte ${fund}`,
    policy: { ...PAGE, 'form-action': "'self'" },
    main: html`<div class="narrow">
      <p class="quiet">Une question, une seule fois</p>
      <h1>Dans votre compte ${fund}, afficher vos droits sans vous connecter à nouveau&nbsp;?</h1>
      <p>
        Bonjour ${firstName}. Avant de vous ramener à votre compte ${fund}, dites-nous ce que vous préférez
        pour les prochaines fois.
      </p>
      <form method="post" action="/agreement">
        <p class="choices">
          <button type="submit" class="button" name="agreed" value="yes">Oui, les afficher</button>
          <button type="submit" class="button" name="agreed" value="no">Non, me redemander</button>
        </p>
      </form>
      <h2>Si vous répondez oui</h2>
      <p>
        Quand vous serez dans votre compte, le site ${fund} nous dira que c’est vous&nbsp;: vos droits
        s’afficheront sans passer par FranceConnect. Ce site ne les voit pas&nbsp;: ils s’affichent dans un
        cadre du nôtre, qu’il ne peut pas lire.
      </p>
      <h2>Si vous répondez non</h2>
      <p>
        Rien ne change&nbsp;: vous verrez vos droits tout de suite, et vous vous identifierez avec
        FranceConnect à chaque fois. Le site ${fund} ne saura pas ce que vous avez répondu.
      </p>
      <p class="quiet">
        Vous pouvez changer d’avis quand vous voulez, sur la page
        <a href="/privacy">Vos données personnelles</a>.
      </p>
    </div>`,
  });
}
