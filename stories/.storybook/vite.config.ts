import { defineConfig } from 'vite';
import { noRawDecorators } from '../../.setup/kit-build.ts';
import { customElementsManifest } from './manifest.ts';

/** Of Storybook alone: the configuration at the top of the repository builds what partners download. */
export default defineConfig({
  plugins: [customElementsManifest, noRawDecorators],
});
