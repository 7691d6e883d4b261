/** `npm run --silent sizes`: the bytes of every bundle, as JSON alone on standard output. */
import { buildKitIfStale } from '../../.setup/kit.ts';
import { sizesOf } from './bundles.ts';

console.log(JSON.stringify(sizesOf(await buildKitIfStale('sizes')), null, 2));
