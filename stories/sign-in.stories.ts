import '@mds-kit/elements/sign-in/define';
import { html } from 'lit';

export default { title: 'Sign-in', component: 'mds-sign-in' };

export const SignedOut = { render: () => html`<mds-sign-in></mds-sign-in>` };
