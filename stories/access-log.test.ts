import * as stories from './access-log.stories.ts';
import { examine } from './examination/examine.ts';

examine(stories);
