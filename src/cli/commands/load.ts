/** `clew load`: a dataset or a file of RDF into a triple store, proved. */
import { randomBytes } from 'node:crypto';
import { type Command, Option } from 'commander';
import {
  CREDENTIAL_VARIABLES,
  type Credentials,
  credentialsFromEnvironment,
  credentialsFromFile,
  detectStore,
  directFetch,
  EarlyAdds,
  HTTP_DEFAULTS,
  load,
  loadDifferences,
  planLoad,
  STORE_PROFILES,
  StoreClient,
  type StoreEndpoints,
  StoreHttp,
  type StoreProfile,
  storeProfile,
} from '../../store/index.ts';
import { askCredentials } from '../ask-credentials.ts';
import { clockOf, EXIT, reportProblems, UsageError } from '../context.ts';
import { differenceLines, loadLines, planLines } from '../load-text.ts';
import { openGraphs } from '../open-graphs.ts';
import type { Runner } from '../program.ts';
import { progress } from '../progress.ts';

interface LoadFlags {
  readonly store?: string;
  readonly graph?: string;
  readonly update?: string;
  readonly graphStore?: string;
  readonly credentials?: string;
  readonly prune?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly implied?: boolean;
  readonly infer?: boolean;
  readonly chunk: string;
  readonly timeout: string;
  readonly json?: boolean;
}

/** Triples in one request that no server was seen to refuse. */
const CHUNK = 50_000;

export function addLoad(program: Command, { context, run }: Runner): void {
  program
    .command('load')
    .description('put a dataset into a triple store: only what changed, each graph as a whole, and proved')
    .argument('<endpoint>', 'address of the store, e.g. http://127.0.0.1:3030/ds')
    .argument(
      '[data]',
      'folder with dataset.yaml, or a file: .nq, .trig, .ttl, .nt, .graphml, .gexf, .json',
      'data',
    )
    .addOption(
      new Option('--store <name>', 'kind of store, where it is not recognised').choices(
        STORE_PROFILES.map(({ name }) => name),
      ),
    )
    .option('--graph <iri>', 'graph for triples of other origin that name none')
    .option('--update <url>', 'where updates go, for --store generic')
    .option('--graph-store <url>', 'where the Graph Store Protocol is spoken, for --store generic')
    .option('--credentials <file>', 'file with user and password, or token, that only its owner can read')
    .option('--prune', 'drop graphs of the dataset that it no longer has')
    .option('--dry-run', 'say what would be sent, and change nothing')
    .option('--diff', 'say which triples would change, and change nothing')
    .option('--implied', 'write implied claims as plain triples too')
    .option('--infer', 'write superclasses and superproperties out')
    .option('--chunk <n>', 'triples in one request at most', String(CHUNK))
    .option('--timeout <s>', 'seconds for one request', String(HTTP_DEFAULTS.timeout / 1000))
    .option('--json', 'report as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  clew load http://127.0.0.1:3030/ds data\nCredentials come from ${CREDENTIAL_VARIABLES.join(', ')}, from --credentials, or are asked for on a terminal.`,
    )
    .action((endpoint: string, data: string, flags: LoadFlags) =>
      run(async () => {
        const clock = clockOf(context);
        const started = clock();
        const address = addressOf(endpoint);
        const bar = progress(context, flags);
        let connection: ReturnType<typeof connect> | undefined;
        const connected = () => {
          connection ??= connect(address, flags, context);
          return connection;
        };
        const early =
          flags.dryRun || flags.diff
            ? undefined
            : new EarlyAdds(async () => (await connected()).client, randomBytes(6).toString('hex'));
        const { source, problems } = await openGraphs(data, flags, context, early).catch(async (error) => {
          await early?.abandon();
          throw error;
        });
        try {
          if (!flags.json) reportProblems(problems, context);
          const { client, warnings } = await connected();
          if (!flags.json) reportProblems(warnings, context);
          const head = { store: client.profile.name, endpoint: address.href };
          if (flags.dryRun || flags.diff) {
            const plan = await planLoad(source, client);
            const differences = flags.diff ? await loadDifferences(source, plan, client) : undefined;
            bar.done();
            if (flags.json) {
              const { graphs, gone, leftovers } = plan;
              context.out(
                JSON.stringify(
                  {
                    ok: true,
                    ...head,
                    graphs,
                    gone,
                    leftovers,
                    differences,
                    problems: [...problems, ...warnings],
                  },
                  null,
                  2,
                ),
              );
            } else
              for (const line of differences ? differenceLines(differences) : planLines(plan))
                context.out(line);
            return EXIT.ok;
          }
          const report = await load(source, client, {
            prune: flags.prune === true,
            early,
            onProgress: (done, of) => {
              const rate = done / ((clock() - started) / 1000);
              bar.step(`${done} of ${of} triples, ${Math.round(rate)} a second`);
            },
          });
          bar.done();
          const seconds = (clock() - started) / 1000;
          if (flags.json) {
            const { plan, sent, pruned, rewrites } = report;
            const said = {
              ok: true,
              ...head,
              graphs: plan.graphs,
              sent,
              pruned,
              gone: plan.gone,
              ...client.traffic,
              seconds: Number(seconds.toFixed(3)),
              rewrites: Object.fromEntries(rewrites),
              problems: [...problems, ...warnings],
            };
            context.out(JSON.stringify(said, null, 2));
          } else {
            for (const line of loadLines(report, client.profile, client.traffic, seconds)) context.out(line);
          }
          return EXIT.ok;
        } finally {
          bar.done();
          source.close?.();
        }
      }, flags),
    );
}

/** @throws UsageError for what is no web address, and for secrets in it */
function addressOf(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`not an address: ${endpoint}`, 'It begins with http:// or https://.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      'the address holds credentials, which others on this machine can see',
      `Set ${CREDENTIAL_VARIABLES.join(', ')} or use --credentials.`,
    );
  }
  return url;
}

async function connect(address: URL, flags: LoadFlags, context: Runner['context']) {
  const timeout = positive(flags.timeout, '--timeout') * 1000;
  const chunk = Math.max(1, Math.floor(positive(flags.chunk, '--chunk')));
  const given =
    flags.credentials === undefined
      ? credentialsFromEnvironment(context.env)
      : credentialsFromFile(flags.credentials);
  const named = flags.store === undefined ? undefined : storeProfile(flags.store)!;
  const detected = (credentials: Credentials | undefined) =>
    named ??
    detectStore(address, new StoreHttp({ credentials, timeout, basic: 'asked', fetch: directFetch }));
  const client = (profile: StoreProfile, credentials: Credentials | undefined) =>
    new StoreClient(
      new StoreHttp({
        credentials,
        timeout,
        basic: profile.auth === 'digest' ? 'never' : 'first',
        fetch: directFetch,
      }),
      withChunk(profile, chunk),
      endpointsOf(profile, address, flags),
    );
  const first = await detected(given);
  const credentials = given ?? (await askCredentials(client(first, undefined), context));
  // A server that tells nothing to strangers is only known now.
  const profile = credentials === given ? first : await detected(credentials);
  return { client: client(profile, credentials), warnings: warningsOf(profile, address, credentials) };
}

function withChunk(profile: StoreProfile, triples: number): StoreProfile {
  return { ...profile, chunk: { ...profile.chunk, triples: Math.min(triples, profile.chunk.triples) } };
}

function endpointsOf(profile: StoreProfile, address: URL, { update, graphStore }: LoadFlags): StoreEndpoints {
  return {
    ...profile.endpoints(address),
    ...(update !== undefined && { update: addressOf(update).href }),
    ...(graphStore !== undefined && { graphStore: addressOf(graphStore).href }),
  };
}

function warningsOf(profile: StoreProfile, address: URL, credentials: Credentials | undefined) {
  const isLocal = /^(?:127\.|localhost$|\[::1\]$)/.test(address.hostname);
  return [
    ...(profile.proven
      ? []
      : [
          {
            severity: 'warning' as const,
            code: 'unproven-store',
            message: `${profile.title} is known from its documentation only: the tests do not run against it`,
            hint: ['Every load is proved all the same; try it with a small dataset first.', profile.needs]
              .filter((part) => part !== undefined)
              .join(' '),
          },
        ]),
    ...(credentials === undefined || isLocal || address.protocol === 'https:' || profile.auth === 'digest'
      ? []
      : [
          {
            severity: 'warning' as const,
            code: 'open-secrets',
            message: 'the credentials go over the network unencrypted',
            value: address.origin,
            hint: 'Use https where the store has it.',
          },
        ]),
  ];
}

/** @throws UsageError for anything but a number above nought */
function positive(text: string, option: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new UsageError(`not a number above 0: ${option} ${text}`);
}
