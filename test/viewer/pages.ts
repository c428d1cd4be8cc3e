/** The datasets whose pages the browser tests open. */
import { createHash } from 'node:crypto';
import type { Article, Dataset, Entity } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

const withArticle = (article: Partial<Article>): Dataset => ({
  ...sampleDataset,
  articles: [{ ...sampleArticle, ...article }],
});

/** An invented text of the length that the sample's spans presuppose, with its hash in the dataset. */
export const sourceText: string = Array.from({ length: sampleArticle.text.codePoints }, (_, at) =>
  at === 259 ? '🚢' : 'harbour mist and gulls '.charAt(at % 23),
).join('');

export const sourcedDataset: Dataset = withArticle({
  text: {
    sha256: createHash('sha256').update(sourceText).digest('hex'),
    codePoints: sampleArticle.text.codePoints,
  },
});

/** Names that try to break out of every place where a name is shown. */
export const HOSTILE = {
  html: '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>',
  closing: '</script></style></title><!--]]>&amp;{{clew:data}}',
  bidi: '\u202eevil\u202c \u2067txt\u2066',
  long: `Endless ${'long '.repeat(2000)}`,
  emoji: '👩‍👩‍👧‍👦🏴‍☠️ ￼ \u0301\u0301\u0301 ﷽',
} as const;

export const hostileDataset: Dataset = {
  ...withArticle({
    title: { en: HOSTILE.html, vi: HOSTILE.bidi },
    entities: sampleArticle.entities.map((entity, index): Entity => {
      const text = Object.values(HOSTILE)[index % 5]!;
      return {
        ...entity,
        label: { en: text, vi: text },
        aliases: [{ text }],
        description: { en: text },
        sameAs: ['https://places.example/<script>', 'javascript:document.title="broken"'],
      };
    }),
    claims: sampleArticle.claims.map((claim, index) => ({
      ...claim,
      statement: { en: Object.values(HOSTILE)[index % 5]! },
    })),
    paragraphs: sampleArticle.paragraphs.map((paragraph) => ({
      ...paragraph,
      digest: { en: HOSTILE.closing },
    })),
  }),
  title: { en: HOSTILE.closing },
};

/** Names in scripts that run from the right, or have no spaces. */
export const SCRIPTS = {
  ar: 'شركة العبّارات الشمالية',
  he: 'מעבורת מהירה',
  zh: '渡轮公会',
  ja: 'リンドマル港',
} as const;

export const scriptsDataset: Dataset = {
  ...withArticle({
    entities: sampleArticle.entities.map((entity): Entity => {
      const lang = ({ nordlink: 'ar', 'quick-tern': 'he', 'dock-union': 'zh', lindmar: 'ja' } as const)[
        entity.id as 'nordlink'
      ];
      return lang === undefined ? entity : { ...entity, label: { [lang]: SCRIPTS[lang] } };
    }),
  }),
  languages: ['en', 'vi', 'ar', 'he', 'zh', 'ja'],
};

export { sampleDataset };
