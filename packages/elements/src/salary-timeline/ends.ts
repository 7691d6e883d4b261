/** How a timeline ends that has no answer: where somebody may sign in, with what there will be to see. */
import { html } from 'lit';
import * as otherEnds from '../answer-element/other-ends.ts';
import { invitation } from './invitation.ts';
import { invitationStyles } from './invitation.styles.ts';

export { ready } from '../answer-element/other-ends.ts';
export const styles = [...otherEnds.styles, invitationStyles];

export function endOf(...asked: Parameters<typeof otherEnds.endOf>): ReturnType<typeof otherEnds.endOf> {
  const end = otherEnds.endOf(...asked);
  return end.code === undefined ? { ...end, way: html`${end.way} ${invitation()}` } : end;
}
