import { Hono } from 'hono';
import { z } from 'zod';
import { FAULTS, isFaultMode, type FaultMode, type Switchboard } from '../faults.ts';

const Setting = z.object({
  mode: z.custom<FaultMode>(isFaultMode, `mode: one of ${Object.keys(FAULTS).join(', ')}`),
  delayMs: z.int().min(0).max(600_000).optional(),
});

/**
 * `GET /_faults` who is how; `GET /_faults/modes` what each mode does; `PUT /_faults/{name}` `{ mode, delayMs? }`;
 * `DELETE /_faults` everybody well again. The body is JSON whatever its type says: `curl -d` sends another.
 */
export function faultPanel(switchboard: Switchboard): Hono {
  const panel = new Hono();
  panel.get('/_faults', (c) => c.json(switchboard.all()));
  panel.get('/_faults/modes', (c) => c.json(FAULTS));
  panel.delete('/_faults', (c) => {
    switchboard.reset();
    return c.body(null, 204);
  });
  panel.put('/_faults/:name', async (c) => {
    const name = c.req.param('name');
    if (!switchboard.names.includes(name)) return c.json({ unknown: name, known: switchboard.names }, 404);
    const setting = Setting.safeParse(parsed(await c.req.text()));
    if (!setting.success) return c.json({ error: z.prettifyError(setting.error) }, 400);
    const { mode, delayMs } = setting.data;
    switchboard.set(name, { mode, ...(delayMs !== undefined && { delayMs }) });
    return c.json(switchboard.of(name));
  });
  return panel;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
