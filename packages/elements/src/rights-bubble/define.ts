import { defineOnce } from '../define-once.ts';
import { RightsBubble } from './rights-bubble.ts';

defineOnce('mds-rights-bubble', RightsBubble);
