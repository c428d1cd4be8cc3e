/** What an article is: title, date, language, length, whom it credits; and the way to another article. */
import { edtfText } from '../../graph/index.ts';
import { type Article, type Credit, NO_LANGUAGE } from '../../model/index.ts';
import { useApp } from './app-context.ts';
import { ArticleChoice } from './article-choice.tsx';
import { OutsideLink } from './entity-card.tsx';
import { EntityName } from './references.tsx';
import { sentenceCase, Words } from './words.tsx';

export interface ArticleHeadProps {
  readonly article: Article;
  /** Of the heading: 1 where the article is what the page shows. */
  readonly level?: 1 | 2;
}

export function ArticleHead({ article, level = 2 }: ArticleHeadProps) {
  const Heading = `h${level}` as const;
  const app = useApp();
  const strings = app.strings.value;
  const hasText = article.text.codePoints > 0;
  const language =
    article.language !== NO_LANGUAGE &&
    new Intl.DisplayNames(strings.locale, { type: 'language' }).of(article.language);
  const facts = [
    article.published !== undefined && sentenceCase(edtfText(article.published, strings), strings.locale),
    language && sentenceCase(language, strings.locale),
    hasText && strings.paragraphs(article.paragraphs.length),
  ];
  return (
    <header class="article-head">
      <ArticleChoice />
      <Heading>
        <Words map={article.title} fallback={article.id} />
      </Heading>
      <p class="article-facts">{facts.filter(Boolean).join(' · ')}</p>
      <p class="article-facts">
        {creditLines(article.credits).map(({ role, entities }, index) => (
          <span key={role}>
            {index > 0 && ' · '}
            {strings.creditRoles[role]}{' '}
            {entities.map((id, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <EntityName id={id} plain />
              </span>
            ))}
          </span>
        ))}
      </p>
      {article.titleIsOurs && hasText && <p class="quiet-note">{strings.titleIsOurs}</p>}
      {article.url !== undefined && (
        <p class="article-facts">
          <OutsideLink iri={article.url}>{strings.openSource}</OutsideLink>
        </p>
      )}
    </header>
  );
}

function creditLines(credits: readonly Credit[]): { role: Credit['role']; entities: string[] }[] {
  const roles = new Map<Credit['role'], Set<string>>();
  for (const { role, entity } of credits) roles.set(role, (roles.get(role) ?? new Set()).add(entity));
  return [...roles].map(([role, entities]) => ({ role, entities: [...entities] }));
}
