/** Where the secrets of a store come from: the environment or a file that only its owner can read; never the command line. */
import { readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';
import { type Problem, ProblemError } from '../../model/index.ts';

/** A name with a password, for Basic and Digest, or a bearer token. */
export type Credentials =
  | { readonly user: string; readonly password: string; readonly token?: undefined }
  | { readonly token: string; readonly user?: undefined; readonly password?: undefined };

type Environment = Readonly<Record<string, string | undefined>>;

/** Names of the environment variables that are looked at. */
export const CREDENTIAL_VARIABLES = ['CLEW_STORE_USER', 'CLEW_STORE_PASSWORD', 'CLEW_STORE_TOKEN'] as const;

/**
 * @returns `undefined` where nothing is set
 * @throws ProblemError where a name comes without a password or the other way round
 */
export function credentialsFromEnvironment(env: Environment): Credentials | undefined {
  const [user, password, token] = CREDENTIAL_VARIABLES.map((name) => env[name]);
  return chosen(
    { user, password, token },
    'Set CLEW_STORE_USER with CLEW_STORE_PASSWORD, or CLEW_STORE_TOKEN.',
  );
}

/**
 * Reads `user` and `password`, or `token`, from a YAML or JSON file.
 * @throws ProblemError where others can read the file, or it says something else
 */
export function credentialsFromFile(path: string): Credentials {
  const { mode } = statSync(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    refuse({
      code: 'open-credentials',
      message: 'others than its owner can read or write the file of credentials',
      value: (mode & 0o777).toString(8),
      hint: 'Take their rights away: chmod 600 FILE.',
      place: { file: path },
    });
  }
  const hint = 'It holds two lines, `user: NAME` and `password: SECRET`, or one, `token: SECRET`.';
  let said: unknown;
  try {
    said = parse(readFileSync(path, 'utf8'), { logLevel: 'error' });
  } catch {
    // The parser's message would quote the secret.
    refuse({
      code: 'bad-credentials',
      message: 'the file of credentials is not YAML',
      hint,
      place: { file: path },
    });
  }
  const fields = (typeof said === 'object' && said !== null ? said : {}) as Record<string, unknown>;
  const text = (name: string) => (fields[name] === undefined ? undefined : String(fields[name]));
  const found = chosen({ user: text('user'), password: text('password'), token: text('token') }, hint, path);
  if (found !== undefined) return found;
  refuse({ code: 'bad-credentials', message: 'the file holds no credentials', hint, place: { file: path } });
}

interface Fields {
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly token: string | undefined;
}

function chosen({ user, password, token }: Fields, hint: string, file?: string): Credentials | undefined {
  const place = file === undefined ? {} : { place: { file } };
  if ((user === undefined) !== (password === undefined)) {
    const missing = user === undefined ? 'a user' : 'a password';
    refuse({ code: 'half-credentials', message: `credentials lack ${missing}`, hint, ...place });
  }
  if (token !== undefined && user !== undefined) {
    refuse({ code: 'double-credentials', message: 'both a user and a token are given', hint, ...place });
  }
  for (const secret of [user, password, token]) {
    // They go into a header: RFC 9110 section 5.5.
    if (secret !== undefined && /[\0-\x1f\x7f]/.test(secret)) {
      refuse({ code: 'bad-credentials', message: 'credentials hold control characters', hint, ...place });
    }
  }
  if (token !== undefined) return { token };
  return user === undefined ? undefined : { user, password: password! };
}

function refuse(problem: Omit<Problem, 'severity'>): never {
  throw new ProblemError([{ severity: 'error', ...problem }]);
}
