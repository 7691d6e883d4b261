import { createElement } from 'react';
import { addons, types } from 'storybook/manager-api';
import { TokensPanel } from './tokens-panel.ts';

addons.register('mds-kit/tokens', () => {
  addons.add('mds-kit/tokens/panel', {
    type: types.PANEL,
    title: 'Tokens',
    match: ({ viewMode }) => viewMode === 'story',
    render: ({ active }) => createElement(TokensPanel, { active: active ?? false }),
  });
});
