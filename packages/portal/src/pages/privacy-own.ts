/** The part of the privacy page that is about the person who reads it. */
import type { Kept, KeptItem, Me } from '@mds-kit/contract/me';
import type { Link } from '@mds-kit/contract/organisations';
import { html } from 'hono/html';
import { keptAccess } from '../me/kept-accesses.ts';
import { maskNir } from '../nir/nir.ts';
import type { RetentionId } from '../retention.ts';
import { franceConnectButton } from './france-connect-button.ts';
import type { Markup } from './layout.ts';
import type { Today } from './privacy-page.ts';
import { dayInWords, eventInWords } from './privacy-words.ts';
import { momentInWords } from './words.ts';

/** Entries of the journal shown here; the export has all of them. */
const SHOWN = 10;

/** In words, beside what is said to everybody. Kinds that need no more words than "there is some" are left out. */
export function todayInWords({ kept }: Me): Today {
  const items = (id: RetentionId) => kept.find(({ what }: Kept) => what === id)?.items ?? [];
  return {
    link: items('link').map(linkToday)[0],
    session: sessionsToday(items('session')),
    access: accessesToday(items('access')),
  };
}

const textOf = ({ content }: KeptItem, field: string) => String(content[field] ?? '');
const dayOf = (item: KeptItem, field: string) => dayInWords(new Date(textOf(item, field)));

function linkToday(item: KeptItem): Markup {
  return html`<p>
    <b>Aujourd’hui&nbsp;:</b> le numéro ${maskNir(textOf(item, 'nir')).replaceAll(' ', '\u00a0')}, depuis le
    ${dayOf(item, 'createdAt')}. Il sera détruit le ${dayInWords(new Date(item.until))} si vous ne revenez
    pas.
  </p>`;
}

function sessionsToday(items: readonly KeptItem[]): Markup {
  return html`<p><b>Aujourd’hui&nbsp;:</b> ${items.map((item) => textOf(item, 'site')).join(', ')}.</p>`;
}

function accessesToday(items: readonly KeptItem[]): Markup | undefined {
  const oldest = items.at(-1);
  if (oldest === undefined) return undefined;
  const count = items.length === 1 ? 'un accès' : `${String(items.length)}\u00a0accès`;
  return html`<p>
    <b>Aujourd’hui&nbsp;:</b> <a href="#acces">${count}</a>, depuis le ${dayOf(oldest, 'at')}.
  </p>`;
}

/** The latest of the journal; the rest is in the export, and what other sites asked is in FranceConnect's own history. */
export function lastAccesses({ kept }: Me, history: Link | undefined): Markup | undefined {
  const { items = [] } = kept.find(({ what }: Kept) => what === 'access') ?? {};
  if (items.length === 0) return undefined;
  return html`<section class="card apart" aria-labelledby="acces">
    <h2 id="acces">Derniers accès à vos données</h2>
    <ul>
      ${items.slice(0, SHOWN).map(accessItem)}
    </ul>
    ${items.length > SHOWN && html`<p><a href="/#acces">Voir tous vos accès, jour par jour</a></p>`}
    <p>
      Vous ne reconnaissez pas un accès&nbsp;? Appelez-nous.
      ${
        history &&
        html`FranceConnect a aussi
          <a href="/rebound/${history.id}" rel="noopener noreferrer">l’historique de vos connexions</a>
          <span class="quiet">(sur ${history.host})</span>.`
      }
    </p>
  </section>`;
}

function accessItem(item: KeptItem): Markup | undefined {
  const access = keptAccess(item);
  if (access === undefined) return undefined;
  const { at, event, domain, site } = access;
  return html`<li>${momentInWords(at)}, ${site}&nbsp;: ${eventInWords(event, domain)}</li>`;
}

export function signedInActions(): Markup {
  return html`<section class="card apart" aria-labelledby="agir">
    <h2 id="agir">Emporter ou supprimer vos données</h2>
    <p>
      Le fichier contient tout ce que nous gardons de vous, et votre numéro en clair&nbsp;: ne le laissez pas
      sur un ordinateur partagé.
    </p>
    <p><a class="button" href="/privacy/export" download>Télécharger mes données (fichier JSON)</a></p>
    <p><a href="/privacy/unlink">Supprimer mes données de ce portail</a></p>
  </section>`;
}

export function signedOutActions(startPath: string): Markup {
  return html`<section class="card apart" aria-labelledby="agir">
    <h2 id="agir">Voir, emporter ou supprimer vos données</h2>
    <p>Identifiez-vous&nbsp;: nous vous montrons ce que nous gardons de vous.</p>
    ${franceConnectButton(startPath)}
  </section>`;
}
