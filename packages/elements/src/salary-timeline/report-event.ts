/**
 * The person says that a line is wrong (*signalement d’anomalie*). A reporter that takes it calls `preventDefault()`;
 * otherwise the timeline explains the figures and says whom to ask. It stays in the document of the element: nothing of
 * it crosses the edge of a frame.
 */
export class MdsReportSalaryEvent extends Event {
  /** Identifies the line for the person who is signed in, and says nothing of who that is. */
  readonly lineId: string;

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
