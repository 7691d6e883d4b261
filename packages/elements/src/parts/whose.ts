import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { msg, str } from '../locale/msg.ts';
import type { SignedIn, SignOut } from '../session.ts';

/** Whose data is on screen, and the way out for somebody else (a shared computer, a counter). */
export function whose({ citizen }: SignedIn, { leave, failed }: SignOut): TemplateResult {
  return html`<p class="whose" part="whose">
      <b>${citizen.firstName}</b> <span class="nir" aria-hidden="true">${citizen.maskedNir}</span
      ><span class="hidden">${spokenNir(citizen.maskedNir)}</span>
    </p>
    <button class="act" part="sign-out" @click=${leave}>
      ${failed ? msg('Déconnexion impossible. Réessayer') : msg('Ce n’est pas vous\u00a0? Se déconnecter')}
    </button>`;
}

// For people who listen: a screen reader spells out every bullet.
function spokenNir(masked: string): string {
  const known = masked.replaceAll('•', '').trim();
  return msg(str`numéro de sécurité sociale commençant par ${known}`);
}
