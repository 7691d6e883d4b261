import { MONTHS } from '@mds-kit/contract/salaries';
import type { KnownSituation } from '@mds-kit/contract/situation';
import type { RightsDesk } from './rights-desk.ts';
import type { SalariesDesk } from './salaries-desk.ts';
import { createFamilyDesk, type FamilyDeskOptions, type FamilyQuestion } from './situation/family-desk.ts';
import { mergeSituation } from './situation/merge.ts';
import { PAYING_DOMAINS } from './situation/payments.ts';

export type SituationDesk = {
  /**
   * What is known already of a person, to begin a simulation with: the family branch, the scheme of monthly resources and
   * whoever pays benefits are asked at once, each within the guaranteed time of its own service. Rejects only on abort.
   */
  situation(question: FamilyQuestion): Promise<KnownSituation>;
};

export type SituationDeskOptions = FamilyDeskOptions & {
  rightsDesk: RightsDesk;
  salariesDesk: Pick<SalariesDesk, 'salaries'>;
};

/** For the portal's `/v1/situation`. */
export function createSituationDesk(options: SituationDeskOptions): SituationDesk {
  const { catalogue, rightsDesk, salariesDesk, clock } = options;
  const familyDesk = createFamilyDesk(options);
  return {
    async situation(question) {
      const [family, salaries, rights] = await Promise.all([
        familyDesk.family(question),
        // Family benefits look at the incomes of the year before last, which may have begun 35 months ago (CSS, R532-3).
        salariesDesk.salaries({ ...question, months: MONTHS.most }),
        Promise.all(PAYING_DOMAINS.map((domain) => rightsDesk.rights({ ...question, domain }))),
      ]);
      return mergeSituation({
        person: question.person,
        family,
        salaries,
        rights,
        catalogue,
        now: clock(),
      });
    },
  };
}
