/** Who asks: an App by its JWT, an installation or a person by a token, or nobody. */
import { createPublicKey, randomBytes, verify } from 'node:crypto';
import type { Installation, Permissions, Repo, User } from '../model.js';
import { Refusal } from '../refusal.js';
import type { Token, World } from '../world.js';
import type { Actor } from './route.js';

/** GitHub takes a JWT that is valid for ten minutes at most. */
const LONGEST_JWT_SECONDS = 600;
const TOKEN_LIFE_MS = 3_600_000;

/** The actor behind an Authorization header; throws 401. */
export function authenticate(world: World, header: string | undefined): Actor {
  if (!header) return { kind: 'anonymous' };
  const [, value = ''] = /^(?:bearer|token) +(\S+)$/i.exec(header) ?? [];
  if (value.split('.').length === 3) return authenticateApp(world, value);
  const token = world.tokens.get(value);
  if (!token) throw new Refusal(401, 'Bad credentials');
  if (token.kind === 'user') return token;
  const expired = token.expiresAt <= world.clock();
  if (expired || !world.installations.includes(token.installation)) throw new Refusal(401, 'Bad credentials');
  return token;
}

/** A token for an hour; permissions and repositories may be fewer than the installation has. */
export function issueToken(
  world: World,
  installation: Installation,
  narrowed: { permissions?: Permissions | undefined; repositories?: ReadonlySet<Repo> | null } = {},
): { value: string; token: Token & { kind: 'installation' } } {
  const value = `ghs_${randomBytes(18).toString('hex')}`;
  const token: Token & { kind: 'installation' } = {
    kind: 'installation',
    installation,
    permissions: narrowed.permissions ?? installation.permissions,
    repositories: narrowed.repositories ?? null,
    expiresAt: new Date(world.clock().getTime() + TOKEN_LIFE_MS),
  };
  world.tokens.set(value, token);
  return { value, token };
}

/** A token with which a person uses the API; always the same for one person. */
export function personalToken(world: World, user: User): string {
  const value = `ghp_${user.login.replace(/\W/g, '_')}_${user.id}`;
  world.tokens.set(value, { kind: 'user', user });
  return value;
}

function authenticateApp(world: World, jwt: string): Actor {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const claims = decode(payload);
  const isOurs = decode(header).alg === 'RS256' && String(claims.iss) === String(world.app.id);
  const signed = Buffer.from(`${header}.${payload}`);
  const key = createPublicKey(world.privateKey);
  if (!isOurs || !verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))) {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
  checkTimes(claims, world.clock().getTime() / 1000);
  return { kind: 'app', app: world.app };
}

function checkTimes({ iat, exp }: Record<string, unknown>, now: number): void {
  if (typeof exp !== 'number' || exp <= now) {
    const form = 'must be a numeric value representing the future time at which the assertion expires';
    throw new Refusal(401, `'Expiration time' claim ('exp') ${form}`);
  }
  if (exp > now + LONGEST_JWT_SECONDS)
    throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat === 'number' && iat <= now) return;
  const form = 'must be an Integer representing the time that the assertion was issued';
  throw new Refusal(401, `'Issued at' claim ('iat') ${form}`);
}

function decode(part: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    throw new Refusal(401, 'A JSON web token could not be decoded');
  }
}
