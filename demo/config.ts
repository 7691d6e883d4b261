import * as z from 'zod';

const Origin = z.url().transform((text) => new URL(text).origin);

/** What the demonstration pages need to know; every value has the default that `npm start` uses. */
export const DemoConfig = z.object({
  MDS_DEMO_PORT: z.coerce.number().int().min(0).max(65535).default(4100),
  MDS_PORTAL_ORIGIN: Origin.default('http://portal.localhost:4000'),
  MDS_WIDGETS_ORIGIN: Origin.default('http://widgets.localhost:4000'),
  /** A moment at which this world stands still; the real one by default. */
  MDS_NOW: z.optional(z.string()),
  /** Folder of the built kit, whose manifest tells version and integrity. */
  MDS_KIT: z.string().default('.build/kit'),
});
export type DemoConfig = z.infer<typeof DemoConfig>;
