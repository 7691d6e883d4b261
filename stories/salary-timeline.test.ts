import * as stories from './salary-timeline.stories.ts';
import { examine } from './examination/examine.ts';

examine(stories);
