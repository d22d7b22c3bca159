/** Holds requests, answers and events against the slice of GitHub's own description in openapi.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Delivery } from '../../sandbox/twin/hooks/deliveries.js';
import type { Exchange } from '../../sandbox/twin/http/server.js';
import { judgeGraphql } from './validate-graphql.js';

interface Operation {
  readonly operationId: string;
  readonly query: Readonly<Record<string, object>>;
  readonly request?: { readonly properties?: object };
  readonly responses: Readonly<Record<string, object | null>>;
}

interface Slice {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: Readonly<Record<string, object>>;
  readonly schemas: object;
}

/** Answers that any endpoint may give, whether its description names them or not. */
const EVERYWHERE = new Set([304, 400, 401, 403, 404, 422, 429, 500, 502, 503]);

/** The slice, as it lies in the repository. */
export const SLICE: Slice = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8'));

const ajv = new Ajv({ strict: false, coerceTypes: false, formats: { 'date-time': isTime, uri: isAddress } });
ajv.addSchema({ $id: 'github', schemas: SLICE.schemas });
const coercing = new Ajv({ strict: false, coerceTypes: 'array', formats: { 'date-time': isTime } });
const compiled = new Map<string, ValidateFunction>();

export interface Validator {
  /** For the twin's option of this name. */
  readonly onExchange: (exchange: Exchange) => void;
  /** Judges what was delivered. */
  readonly judge: (deliveries: readonly Delivery[]) => void;
  /** What departed from the description so far, one sentence each. */
  readonly departures: readonly string[];
}

/** Makes a validator that collects what departs from the description. */
export function makeValidator(): Validator {
  const departures: string[] = [];
  return {
    departures,
    onExchange: (exchange) => departures.push(...judgeExchange(exchange)),
    judge: (deliveries) => departures.push(...deliveries.flatMap(judgeDelivery)),
  };
}

/** What is wrong with a request or its answer. */
export function judgeExchange(exchange: Exchange): readonly string[] {
  const { method, template, path, status } = exchange;
  if (template === '/graphql') return judgeGraphql(exchange);
  const operation = template === null ? undefined : SLICE.paths[template]?.[method.toLowerCase()];
  const name = `${method} ${template ?? path} ${status}`;
  if (!operation) return [`${name}: not in the description`];
  const wrong = [
    ...judgeQuery(operation, exchange),
    ...judgeRequest(operation, exchange),
    ...judgeAnswer(operation, exchange),
  ];
  return wrong.map((sentence) => `${name}: ${sentence}`);
}

function judgeQuery({ operationId, query }: Operation, exchange: Exchange): readonly string[] {
  return Object.entries(exchange.query).flatMap(([name, value]) => {
    const schema = query[name];
    if (!schema) return [`query parameter ${name} is not described`];
    const check = cached(`${operationId} query ${name}`, () => coercing.compile({ properties: { value: schema } }));
    return problems(check, { value }, `query parameter ${name}`);
  });
}

/** A request that GitHub refuses may be malformed; one that it takes may not, and never has fields of its own. */
function judgeRequest({ operationId, request }: Operation, { requestBody, status }: Exchange): readonly string[] {
  if (requestBody === undefined || requestBody === null || !request) return [];
  const described = Object.keys(request.properties ?? {});
  const given = typeof requestBody === 'object' ? Object.keys(requestBody) : [];
  const foreign = described.length > 0 ? given.filter((name) => !described.includes(name)) : [];
  const unknown = foreign.map((name) => `field ${name} of the request is not described`);
  if (status >= 400) return unknown;
  return [...unknown, ...problems(checkOf(`${operationId} request`, request), requestBody, 'request')];
}

function judgeAnswer({ operationId, responses }: Operation, { status, responseBody }: Exchange): readonly string[] {
  const schema = responses[status];
  if (schema === undefined) return EVERYWHERE.has(status) ? [] : [`status ${status} is not described`];
  // Of some refusals only the status is described.
  if (schema === null) return responseBody === undefined || status >= 400 ? [] : ['an answer where none is described'];
  return problems(checkOf(`${operationId} ${status}`, schema), responseBody, 'answer');
}

function judgeDelivery({ event, action, payload }: Delivery): readonly string[] {
  const name = [event, action].filter(Boolean).join('-').replaceAll('_', '-');
  const schema = SLICE.webhooks[name];
  if (!schema) return [`event ${name}: not in the description`];
  return problems(checkOf(`event ${name}`, schema), payload, `event ${name}`);
}

function checkOf(key: string, schema: object): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/schemas/', '"github#/schemas/');
  return cached(key, () => ajv.compile(JSON.parse(text)));
}

function cached(key: string, compile: () => ValidateFunction): ValidateFunction {
  const known = compiled.get(key) ?? compile();
  compiled.set(key, known);
  return known;
}

function problems(check: ValidateFunction, value: unknown, what: string): readonly string[] {
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    return `${what}${instancePath} ${message} ${JSON.stringify(params)}`;
  });
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text);
}

function isAddress(text: string): boolean {
  return URL.canParse(text);
}
