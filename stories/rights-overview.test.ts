import { examine } from './examination/examine.ts';
import * as stories from './rights-overview.stories.ts';

examine(stories);
