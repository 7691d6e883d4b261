import { signInAs } from './canaries.ts';
import { expect, test } from './world.ts';

// The first whole way through: a fund's page, FranceConnect, the NIR once, six domains asked live, and one
// organisation that does not answer.

const OTHER_DOMAINS = {
  Santé: 'Vos droits sont ouverts',
  Famille: /751,95\s€ par mois/,
  Logement: /331,00\s€ par mois/,
  Solidarité: /162,75\s€ par mois/,
  Retraite: /168,40\s€ par mois/,
};

test('shows five domains before France Travail’s deadline, and says of the sixth who did not answer', async ({
  page,
  overview,
  world,
}) => {
  await world.setFault('france-travail', 'hang');
  await page.goto(`${world.cafUrl}/mon-compte`);
  await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  // Known already where a test before this one signed in as her, in the same world.
  await signInAs(page, 'camille', `${world.cafUrl}/mon-compte`);

  await expect(page).toHaveURL(`${world.cafUrl}/mon-compte`);
  const employment = overview.locator('mds-rights-bubble[domain="employment"]');
  // France Travail holds its answer back until the deadline of 2.5 s: all others must be there while it does.
  for (const [domain, figure] of Object.entries(OTHER_DOMAINS)) {
    await expect(overview.locator('mds-rights-bubble').filter({ hasText: domain })).toContainText(figure);
  }
  await expect(employment).not.toContainText('Réponse incomplète');

  await expect(employment).toContainText('Réponse incomplète');
  await expect(employment).toContainText('218,64');
  await expect(employment).toContainText(/France Travail.* n’a pas répondu/);

  await world.setFault('france-travail', 'ok');
  await employment.getByRole('button', { name: 'Réessayer' }).click();
  await expect(employment).not.toContainText('Réponse incomplète');
  await expect(employment).toContainText('366,84');
});

test('opens a domain to rights, procedures, whom to talk to and good to know', async ({
  page,
  overview,
  world,
}) => {
  await page.goto(`${world.cafUrl}/mon-compte`);
  await overview.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await signInAs(page, 'marc', `${world.cafUrl}/mon-compte`);

  const family = overview.locator('mds-rights-bubble[domain="family"]');
  await family.getByRole('button', { name: /Famille/ }).click();
  for (const part of ['Vos droits', 'Vos démarches', 'Vos interlocuteurs', 'À savoir']) {
    await expect(family.getByRole('heading', { name: part })).toBeVisible();
  }
  await expect(family).toContainText('Allocations familiales');
  await page.keyboard.press('Escape');
  await expect(family.getByRole('heading', { name: 'Vos démarches' })).toBeHidden();
});
