import { clockAt } from './clock.ts';
import { readConfig } from './config.ts';
import { startSandbox } from './start.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const sandbox = await startSandbox({
    portalOrigin: config.MDS_PORTAL_ORIGIN,
    clock: clockAt(config.MDS_NOW),
    ports: { franceConnect: config.SANDBOX_FC_PORT, sandbox: config.SANDBOX_PORT },
    ...(config.SANDBOX_JWKS_URL !== undefined && { assertionKeys: { jwksUrl: config.SANDBOX_JWKS_URL } }),
  });
  console.log(JSON.stringify({ event: 'listening', ...sandbox.urls }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
