/** A batch of reconciliation queries as clients send it, read strictly. */
import { z } from 'zod';

export interface ReconciliationQuery {
  readonly query: string;
  /** Classes of which a candidate must be of one; empty: any. */
  readonly types: readonly string[];
  readonly limit?: number;
  readonly properties: readonly { readonly pid: string; readonly values: readonly string[] }[];
}

/** Queries of one batch, and code units of one query. */
export const BATCH_LIMITS = { queries: 100, length: 500 } as const;

const value = z.union([z.string(), z.number(), z.boolean(), z.object({ id: z.string() })]);
const list = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).max(50)]);
const query = z.object({
  query: z.string().max(BATCH_LIMITS.length),
  type: list(z.string()).optional(),
  limit: z.number().int().min(1).optional(),
  type_strict: z.enum(['any', 'all', 'should']).optional(),
  properties: z
    .array(z.object({ pid: z.string(), v: list(value) }))
    .max(50)
    .optional(),
});
const batch = z
  .record(z.string(), query)
  .refine(
    (queries) => Object.keys(queries).length <= BATCH_LIMITS.queries,
    `more than ${BATCH_LIMITS.queries} queries`,
  );

/** @returns what is wrong, in one sentence, in place of queries that cannot be answered */
export function readQueries(text: string): ReadonlyMap<string, ReconciliationQuery> | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'The queries are not JSON.';
  }
  const read = batch.safeParse(json);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    return `The queries are not in the form of the API: ${path.join('.')}: ${message}`;
  }
  return new Map(
    Object.entries(read.data).map(([name, { query: words, type = [], limit, properties = [] }]) => [
      name,
      {
        query: words,
        types: [type].flat(),
        ...(limit !== undefined && { limit }),
        properties: properties.map(({ pid, v }) => ({
          pid,
          values: [v].flat().map((one) => (typeof one === 'object' ? one.id : String(one))),
        })),
      },
    ]),
  );
}
