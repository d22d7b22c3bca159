/** THE table of endpoints: every row of every room, with its whole path. */
import { GRAPHQL_ROUTES } from '../graphql/route.js';
import type { AnyRoute } from '../http/router.js';
import { APP_ROUTES, INSTALLATION_ROUTES } from './app-routes.js';
import { ARCHIVE_DOWNLOADS, ARCHIVE_ROUTES } from './archive-routes.js';
import { CHECK_ROUTES } from './check-routes.js';
import { COMMIT_ROUTES } from './commit-routes.js';
import { DELIVERY_ROUTES } from './delivery-routes.js';
import { ISSUE_ROUTES } from './issue-routes.js';
import { OBJECT_ROUTES } from './object-routes.js';
import { PULL_ROUTES } from './pull-routes.js';
import { REF_ROUTES } from './ref-routes.js';
import { REPOSITORY_ROUTES } from './repository-routes.js';
import { REVIEW_ROUTES } from './review-routes.js';
import { TEAM_ROUTES } from './team-routes.js';

const PREFIX = '/repos/{owner}/{repo}';

const GENERAL = [...APP_ROUTES, ...DELIVERY_ROUTES, ...TEAM_ROUTES, ...GRAPHQL_ROUTES, ...ARCHIVE_DOWNLOADS];

const OF_REPOSITORIES = [
  ...INSTALLATION_ROUTES,
  ...REPOSITORY_ROUTES,
  ...REF_ROUTES,
  ...OBJECT_ROUTES,
  ...COMMIT_ROUTES,
  ...ARCHIVE_ROUTES,
  ...PULL_ROUTES,
  ...REVIEW_ROUTES,
  ...ISSUE_ROUTES,
  ...CHECK_ROUTES,
];

export const ROUTES: readonly AnyRoute[] = [
  ...GENERAL.map((route) => ({ onRepository: false as const, template: route.path, route })),
  ...OF_REPOSITORIES.map((route) => ({ onRepository: true as const, template: PREFIX + route.path, route })),
];
