/** What a timeline needs only once it is asked for, or for months and people that are rarer: one chunk, loaded late. */
import { waysStyles } from '../parts/ways.styles.ts';
import { moreStyles } from './more.styles.ts';

export { ready } from '../known-catalogue.ts';
export { saveCsv } from './csv.ts';
export { explain } from './explain.ts';
export { absenceKind, bonusKind, corrected, silence } from './kinds.ts';
export { measureMeaning } from './meanings.ts';
export { nobody, unanswered } from './nobody.ts';

export const styles = [waysStyles, moreStyles];
