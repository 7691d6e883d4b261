import { defineOnce } from '../define-once.ts';
import '../rights-bubble/define.ts';
import { RightsOverview } from './rights-overview.ts';

defineOnce('mds-rights-overview', RightsOverview);
