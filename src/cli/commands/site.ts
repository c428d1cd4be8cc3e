/** `clew site`: the pages and data of `clew serve` as files for any web server. */
import { type Command, Option } from 'commander';
import { sourceTexts } from '../../corpus/index.ts';
import { type IriStyle, writeSite } from '../../server/index.ts';
import type { Runner } from '../program.ts';
import { progress } from '../progress.ts';
import { viewerTemplate } from './build.ts';
import { shippedOntologies, siteData } from './serve.ts';

export interface SiteFlags {
  readonly out: string;
  readonly iris?: IriStyle;
  readonly sources?: string;
  readonly json?: boolean;
}

export function addSite(program: Command, { context, run }: Runner): void {
  program
    .command('site')
    .description('write the pages and data that serve shows as files for any web server')
    .argument('[data]', 'folder with dataset.yaml, or a .json that clew built', 'data')
    .requiredOption('--out <dir>', 'folder for the site: new, empty, or an earlier site')
    .addOption(
      new Option(
        '--iris <style>',
        'slash: each IRI has a place of its own; hash: all are fragments of one page (default: as the base ends)',
      ).choices(['slash', 'hash']),
    )
    .option('--sources <dir>', 'folder with the source texts: pages show the words of the evidence')
    .option('--json', 'report as JSON')
    .addHelpText('after', '\nExample:\n  clew site data --out public')
    .action((data: string, flags: SiteFlags) =>
      run(async () => {
        const bar = progress(context, flags);
        const { iris, sources } = flags;
        try {
          const report = await writeSite(
            {
              load: () => siteData(data, flags, context),
              ontologies: shippedOntologies(),
              viewerTemplate,
              ...(sources !== undefined && { texts: (dataset) => sourceTexts(dataset, sources) }),
            },
            flags.out,
            { onProgress: (files) => bar.step(`${files} files`), ...(iris !== undefined && { iris }) },
          );
          bar.done();
          context.out(
            flags.json
              ? JSON.stringify(report, null, 2)
              : `${report.files} files in ${flags.out}; IRIs begin with ${report.base}`,
          );
          return 0;
        } finally {
          bar.done();
        }
      }, flags),
    );
}
