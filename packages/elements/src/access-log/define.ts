import { defineOnce } from '../define-once.ts';
import { AccessLog } from './access-log.ts';

defineOnce('mds-access-log', AccessLog);
