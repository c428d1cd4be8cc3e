// node scripts/stores/store.mjs start|stop|status NAME [--port N] [--dir DIR]
// Prints one JSON line. Exit code 0; 1 where the store did not start; 2 for wrong usage; 3 where its packages can't be had.
import { parseArgs } from 'node:util';
import { STORE_NAMES, startStore, stopStore, storePid, Unavailable } from './stores.mjs';

const usage = (message) => {
  console.error(
    `${message}\nnode scripts/stores/store.mjs start|stop|status ${STORE_NAMES.join('|')} [--port N]`,
  );
  process.exit(2);
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string' }, dir: { type: 'string' } },
});
const [action, name] = positionals;
if (!STORE_NAMES.includes(name)) usage(`no such store: ${name ?? ''}`);
const at = values.dir === undefined ? {} : { dir: values.dir };
try {
  if (action === 'start') {
    const {
      stop: _stop,
      death: _death,
      ...facts
    } = await startStore(name, {
      ...at,
      ...(values.port && { port: Number(values.port) }),
    });
    console.log(JSON.stringify(facts));
  } else if (action === 'stop') {
    await stopStore(name, at);
    console.log(JSON.stringify({ name, running: false }));
  } else if (action === 'status') {
    console.log(JSON.stringify({ name, running: storePid(name, at) !== undefined }));
  } else usage(`no such action: ${action ?? ''}`);
} catch (error) {
  console.error(error.message);
  process.exit(error instanceof Unavailable ? 3 : 1);
}
