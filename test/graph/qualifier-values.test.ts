import { describe, expect, it } from 'vitest';
import { qualifierValues } from '../../src/graph/index.ts';

const note = (value: string, lang?: string) => ({
  property: 'ex:note',
  value: { value, ...(lang === undefined ? {} : { lang }) },
});

describe('qualifiers of one property', () => {
  it('are one entry, in the reader’s language where they are translations', () => {
    const both = [note('not yet', 'en'), note('vẫn chưa', 'vi')];
    expect(qualifierValues(both, ['vi', 'en'])).toEqual([
      { property: 'ex:note', values: [{ value: 'vẫn chưa', lang: 'vi' }] },
    ]);
    expect(qualifierValues(both, ['fr'])[0]?.values).toEqual([{ value: 'not yet', lang: 'en' }]);
  });

  it('keep what is no translation', () => {
    const values = [
      note('one', 'en'),
      note('two', 'en'),
      note('plain'),
      { property: 'ex:of', value: { entity: 'e' } },
    ];
    expect(qualifierValues(values, ['en']).map(({ values }) => values.length)).toEqual([3, 1]);
  });
});
