import { defineOnce } from '../define-once.ts';
import { SalaryTimeline } from './salary-timeline.ts';

defineOnce('mds-salary-timeline', SalaryTimeline);
