import { examine } from './examination/examine.ts';
import * as stories from './rights-bubble.stories.ts';

examine(stories);
