/** The record of the App's webhook, and sending an event once more. */

import type { Delivery } from '../hooks/deliveries.js';
import { type Call, numberParam, ok, routes } from '../http/route.js';
import { notFound } from '../refusal.js';
import type { Json } from '../show/user.js';

export const DELIVERY_ROUTES = routes<Call>([
  ['GET /app/hook/deliveries', 'apps/list-webhook-deliveries', 'app', listDeliveries],
  ['GET /app/hook/deliveries/{delivery_id}', 'apps/get-webhook-delivery', 'app', getDelivery],
  ['POST /app/hook/deliveries/{delivery_id}/attempts', 'apps/redeliver-webhook-delivery', 'app', redeliver],
]);

function getDelivery(call: Call) {
  return ok(showInFull(deliveryOf(call)));
}

function redeliver(call: Call) {
  call.world.deliveries.redeliver(deliveryOf(call));
  return { status: 202, body: {} };
}

/** The one list that is paged by cursor: the id of the first delivery of the next page. Newest first. */
function listDeliveries({ world, query, path }: Call) {
  const size = Math.min(100, Math.max(1, Number(query.get('per_page')) || 30));
  const newest = [...world.deliveries.all()].reverse();
  const cursor = query.get('cursor');
  const start =
    cursor === null
      ? 0
      : Math.max(
          0,
          newest.findIndex(({ id }) => String(id) === cursor),
        );
  const next = newest[start + size];
  const link = next ? `<${world.url}${path}?per_page=${size}&cursor=${next.id}>; rel="next"` : '';
  const body = newest.slice(start, start + size).map(showInBrief);
  return { status: 200, body, ...(link ? { headers: { link } } : {}) };
}

function deliveryOf(call: Call): Delivery {
  const id = numberParam(call, 'delivery_id');
  return call.world.deliveries.all().find((delivery) => delivery.id === id) ?? notFound();
}

function showInBrief(delivery: Delivery): Json {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

function showInFull(delivery: Delivery): Json {
  const { headers, payload, response } = delivery;
  return { ...showInBrief(delivery), url: '', request: { headers, payload }, response };
}
