import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { SignedIn } from '../session.ts';

export interface Leaving {
  /** Ends the session and leaves the page; told to whoever draws this. */
  readonly leave: () => void;
  /** Signing out did not work: the person must know that they are still signed in. */
  readonly failed: boolean;
}

/** Whose data is on screen, and the way out for somebody else (a shared computer, a counter). */
export function whose({ citizen }: SignedIn, { leave, failed }: Leaving): TemplateResult {
  return html`<p class="whose" part="whose">
      <b>${citizen.firstName}</b> <span class="nir" aria-hidden="true">${citizen.maskedNir}</span
      ><span class="hidden">${spokenNir(citizen.maskedNir)}</span>
    </p>
    <button class="act" part="sign-out" @click=${leave}>
      ${failed ? msg('La déconnexion n’a pas abouti. Réessayer') : msg('Ce n’est pas vous ? Se déconnecter')}
    </button>`;
}

// For people who listen: a screen reader spells out every bullet.
function spokenNir(masked: string): string {
  const known = masked.replaceAll('•', '').trim();
  return msg(str`numéro de sécurité sociale commençant par ${known}`);
}
