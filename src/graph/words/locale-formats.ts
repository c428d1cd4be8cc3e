/** Numbers and plurals of a locale. Each is made when first asked for: a browser's first takes as long as a small graph. */

/** Whole numbers in groups of three, for counts that stand on the page from its first frame. @param separator of the groups */
export function wholeNumbers(separator: string): (n: number) => string {
  return (n) => `${n}`.replace(/\B(?=(?:\d{3})+$)/g, separator);
}

export function numberFormat(locale: string, options?: Intl.NumberFormatOptions): (n: number) => string {
  let format: Intl.NumberFormat | undefined;
  return (n) => {
    format ??= new Intl.NumberFormat(locale, options);
    return format.format(n);
  };
}

export function pluralRules(
  locale: string,
  options?: Intl.PluralRulesOptions,
): (n: number) => Intl.LDMLPluralRule {
  let rules: Intl.PluralRules | undefined;
  return (n) => {
    rules ??= new Intl.PluralRules(locale, options);
    return rules.select(n);
  };
}
