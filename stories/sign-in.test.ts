import { examine } from './examination/examine.ts';
import * as stories from './sign-in.stories.ts';

examine(stories);
