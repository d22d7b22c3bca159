/** Lists in pages, as GitHub's GraphQL has them everywhere: forwards only. */
import { type Args, FieldRefusal, type Node, node, type ObjectType } from './execute.js';

/** GitHub gives no more of a list at once: https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
const MOST_A_PAGE = 100;

interface Page<C> {
  readonly total: number;
  readonly from: number;
  readonly nodes: readonly Node<C>[];
}

/** The page of a list that `first` and `after` ask for; throws as GitHub does where nobody says how much. */
export function connection<C>(name: string, all: readonly Node<C>[], { first, after }: Args): Node<C> {
  if (typeof first !== 'number') {
    const words = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    throw new FieldRefusal('MISSING_PAGINATION_BOUNDARIES', words);
  }
  if (first > MOST_A_PAGE) {
    const words = `Requesting ${first} records on the \`${name}\` connection exceeds the \`first\` limit of ${MOST_A_PAGE} records.`;
    throw new FieldRefusal('EXCESSIVE_PAGINATION', words);
  }
  const from = typeof after === 'string' ? Number(Buffer.from(after, 'base64').toString()) : 0;
  const page: Page<C> = { total: all.length, from, nodes: all.slice(from, from + first) };
  return node(connectionType<C>(`${name.charAt(0).toUpperCase()}${name.slice(1)}Connection`), page);
}

function connectionType<C>(name: string): ObjectType<C> {
  const pageInfo: ObjectType<C> = {
    name: 'PageInfo',
    fields: {
      hasNextPage: ({ total, from, nodes }: Page<C>) => from + nodes.length < total,
      endCursor: ({ from, nodes }: Page<C>) =>
        nodes.length === 0 ? null : Buffer.from(String(from + nodes.length)).toString('base64'),
    },
  };
  return {
    name,
    fields: {
      totalCount: ({ total }: Page<C>) => total,
      nodes: ({ nodes }: Page<C>) => nodes,
      pageInfo: (page: Page<C>) => node(pageInfo, page),
    },
  };
}
