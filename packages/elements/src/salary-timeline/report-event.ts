/**
 * The person says that a line is wrong (*signalement d’anomalie*). A reporter that takes it calls `preventDefault()`;
 * otherwise the timeline explains the figures and says whom to ask. Of a frame, the page around it hears only that it
 * was said: the event there names no line, and comes when it is taken already.
 */
export class MdsReportSalaryEvent extends Event {
  /** Identifies the line for the person who is signed in; undefined outside of a frame, where it would tell people apart. */
  readonly lineId: string | undefined;

  constructor(lineId: string) {
    super('mds-report-salary', { bubbles: true, composed: true, cancelable: true });
    this.lineId = lineId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'mds-report-salary': MdsReportSalaryEvent;
  }
}
