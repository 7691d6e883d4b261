import type { Page } from 'playwright/test';
import { expect, type RunningWorld } from './world.ts';

/** Opens the account page of the invented Caf as somebody who is connected there. */
export async function connectToCaf(page: Page, world: RunningWorld, name: string): Promise<void> {
  await page.goto(`${world.cafUrl}/mon-compte`);
  await page.getByLabel(/connecté\(e\) au compte Caf comme/).selectOption({ label: name });
  await page.getByRole('button', { name: 'Se connecter à la Caf' }).click();
  await expect(page.getByText(`connecté(e) au compte Caf comme ${name}`)).toBeVisible();
}
