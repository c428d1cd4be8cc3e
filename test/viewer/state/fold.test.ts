import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/viewer/state/fold.ts';

describe('folding', () => {
  it.each([
    ['Đổi Mới', 'doi moi'],
    ['Trung Quốc', 'trung quoc'],
    ['ỨNG DỤNG', 'ung dung'],
    ['İstanbul', 'istanbul'],
    ['Œuvre, Straße', 'oeuvre, strasse'],
    ['ﬁnal １２', 'final 12'],
    ['华为', '华为'],
    ['', ''],
  ])('makes %s to %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('gives the same for composed and decomposed letters', () => {
    expect(fold('điện'.normalize('NFD'))).toBe(fold('điện'.normalize('NFC')));
  });

  it('changes nothing that is folded already', () => {
    const once = fold('Thủ tướng Đặng, “Ơn”');
    expect(fold(once)).toBe(once);
  });
});
