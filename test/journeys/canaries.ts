import { citizenByLogin, type Citizen } from '@mds-kit/sandbox/citizens';
import type { Frame, Page } from 'playwright/test';
import { chooseIdentity, expect, giveNir } from './world.ts';

/** Signs an invented person in from FranceConnect's page on, and `back`; the number is asked the first time only. */
export async function signInAs(page: Page, who: Citizen | string, back: string): Promise<void> {
  const { identity, nir } = typeof who === 'string' ? sample(who) : who;
  const [firstName = ''] = identity.given_name_array;
  await chooseIdentity(page, new RegExp(`^${firstName} ${identity.family_name}`));
  const isBack = (url: URL) => url.href.startsWith(back) && url.pathname === new URL(back).pathname;
  await page.waitForURL((url) => url.pathname === '/nir' || isBack(url));
  if (new URL(page.url()).pathname === '/nir') await giveNir(page, nir);
  await page.waitForURL(isBack);
}

function sample(login: string): Citizen {
  const found = citizenByLogin(login);
  if (!found) throw new Error(`The sandbox has no ${login}`);
  return found;
}

/** Everything that stands in a document's text, shadow roots included, one string for each node. */
async function textsIn(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const texts = (node: Node): string[] => [
      ...(node.nodeType === Node.TEXT_NODE ? [node.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''] : []),
      ...(node instanceof Element && node.shadowRoot ? texts(node.shadowRoot) : []),
      ...[...node.childNodes].flatMap(texts),
    ];
    return texts(document.body);
  });
}

/** What the frames of this origin show now. */
export async function textsShown(page: Page, origin: string): Promise<Set<string>> {
  const frames = page.frames().filter((frame) => frame.url().startsWith(`${origin}/`));
  return new Set((await Promise.all(frames.map(textsIn))).flat());
}

/** A number in all the ways in which it may be written down: as printed, bare, without its key, in base64 or hexadecimal. */
function formsOfNir(nir: string): string[] {
  const grouped = /^(.)(..)(..)(..)(...)(...)(..)$/.exec(nir)?.slice(1) ?? [];
  const bare = [nir, nir.slice(0, 13)];
  const bytes = Buffer.from(nir);
  return [
    ...bare,
    ...[' ', '\u00a0', '\u202f', '+', '%20', '-', '.'].map((space) => grouped.slice(0, 6).join(space)),
    bytes.toString('hex'),
    // In base64 a text looks different from each place of three; the ends depend on what is around.
    ...[0, 1, 2].map((before) =>
      Buffer.concat([Buffer.alloc(before), bytes])
        .toString('base64')
        .slice(4, 16),
    ),
  ];
}

/** `152,25 €`, as shown, in all the ways in which an amount may be written down. */
function formsOfAmounts(shown: Iterable<string>): string[] {
  return [...shown].flatMap((text) =>
    [...text.matchAll(/(\d[\d\s]*),(\d\d)(?=\s*€)/g)].flatMap(([, euros = '', cents = '']) => {
      const whole = euros.replaceAll(/\s/g, '');
      return [`${whole},${cents}`, `${whole}.${cents}`, `cents":${Number(whole + cents)}`];
    }),
  );
}

/** Who the person is, and every amount that was shown to them. Short words are left out: they stand in any text. */
export function secretsOf({ identity, nir }: Citizen, shown: Iterable<string>): string[] {
  const names = [...identity.given_name_array, identity.family_name].filter((name) => name !== 'EXEMPLE');
  return [...formsOfNir(nir), ...formsOfAmounts(shown), ...names, identity.birthdate].filter(
    (text) => text.length > 4,
  );
}

/** What must be nowhere but in the frames: the secrets, and whatever was shown to this person and not to others. */
export function canariesOf(who: Citizen, shown: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  const theirs = [...shown].filter((text) => !others.has(text) && text.length > 4);
  return [...secretsOf(who, theirs), ...theirs];
}

/** The canaries that stand in a text, in whatever case. */
export function canariesIn(text: string, canaries: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return [...new Set(canaries)].filter((canary) => {
    if (!lower.includes(canary.toLowerCase())) return false;
    // 168.40 is not part of a moment such as 1168.4000000001.
    return (
      !/^\d+[.,]\d\d$/.test(canary) || new RegExp(`(?<!\\d)${canary.replace('.', '\\.')}(?!\\d)`).test(text)
    );
  });
}

export function expectNone(text: string, canaries: readonly string[], where: string): void {
  expect(canariesIn(text, canaries), where).toEqual([]);
}
