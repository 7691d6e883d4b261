/** The portal, as a program of its own: `node packages/portal/src/main.ts`. */
import { CatalogueError } from '@mds-kit/exchange/catalogue/catalogue-error';
import { DatabaseError } from '@mds-kit/database/errors';
import { ConfigError } from './config.ts';
import { PartnerFileError } from './partners/partner-file.ts';
import { startPortal } from './start.ts';

/** Written for whoever starts the program; anything else is a fault of ours and keeps its trace. */
const FOR_OPERATORS = [ConfigError, PartnerFileError, CatalogueError, DatabaseError];

try {
  const portal = await startPortal({ environment: process.env });
  const stop = () => void portal.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof Error) || !FOR_OPERATORS.some((kind) => error instanceof kind)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
