import { defineOnce } from '../define-once.ts';
import { SignIn } from './sign-in.ts';

defineOnce('mds-sign-in', SignIn);
