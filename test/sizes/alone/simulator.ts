/**
 * The simulator with its sixteen national benefits, without any widget: what a page adds that simulates. Communes and
 * local benefits come later, in pieces.
 */
import type { Household } from '@mds-kit/contract/household';
import { simulate } from '@mds-kit/simulator/simulate';

interface Question {
  readonly household: Household;
  readonly month: string;
  readonly typed?: string;
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  postMessage(simulate(data.household, data));
  void import('@mds-kit/simulator/communes/find-communes').then(async ({ findCommunes }) => {
    postMessage(await findCommunes(data.typed ?? ''));
  });
  void import('@mds-kit/simulator/local/local-benefits').then(async ({ localBenefits }) => {
    postMessage(await localBenefits(data.household, data));
  });
});
