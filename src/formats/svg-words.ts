/** The words of a drawing's legend, in the languages of the project. */

export interface DrawingWords {
  readonly entities: (count: number) => string;
  readonly claims: (count: number) => string;
  readonly other: string;
  readonly solid: string;
  readonly dashed: string;
  readonly dotted: string;
  readonly denied: string;
  readonly implied: string;
  readonly claimNode: string;
}

const EN: DrawingWords = {
  entities: (count) => `${count} ${count === 1 ? 'entity' : 'entities'}`,
  claims: (count) => `${count} ${count === 1 ? 'claim' : 'claims'}`,
  other: 'other',
  solid: 'stated',
  dashed: 'reported or opinion',
  dotted: 'predicted or attempted',
  denied: 'denied',
  implied: 'implied',
  claimNode: 'claim that others refer to',
};

const VI: DrawingWords = {
  entities: (count) => `${count} thực thể`,
  claims: (count) => `${count} nhận định`,
  other: 'khác',
  solid: 'khẳng định',
  dashed: 'thuật lại hoặc ý kiến',
  dotted: 'dự đoán hoặc tìm cách',
  denied: 'phủ định',
  implied: 'hàm ý',
  claimNode: 'nhận định được nhắc đến',
};

/** @param language BCP 47; English where the project does not speak it */
export function drawingWords(language: string): DrawingWords {
  return /^vi\b/i.test(language) ? VI : EN;
}
