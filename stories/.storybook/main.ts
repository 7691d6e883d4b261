import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    // Without it, the kit's own configuration at the top of the repository would be loaded.
    options: { builder: { viteConfigPath: 'stories/.storybook/vite.config.ts' } },
  },
  features: {
    // The toolbar has widths and themes of our own, and the rest is of no use to a designer.
    viewport: false,
    backgrounds: false,
    interactions: false,
    changeDetection: false,
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
