import { defineConfig } from 'vite';

/** Of Storybook alone. */
export default defineConfig({});
