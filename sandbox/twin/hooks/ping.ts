/** The event that says only that the webhook is there. */
import type { World } from '../world.js';

/** Sends the App a ping. */
export function ping(world: World): void {
  const { id: app_id, events, createdAt, owner: sender } = world.app;
  const about = { type: 'App', id: 1, name: 'web', active: true, events, app_id };
  const config = { content_type: 'json', insecure_ssl: '0', secret: '********' };
  const hook = { ...about, config, created_at: createdAt, updated_at: createdAt };
  const payload = { zen: 'Design for failure.', hook_id: 1, hook };
  world.deliveries.happened({ event: 'ping', action: null, repo: null, sender, payload: () => payload });
}
