import { describe, expect, it } from 'vitest';
import { edtfInterval } from '../../src/model/index.ts';

const days = (start: string | undefined, end: string | undefined, approximate = false) => ({
  ...(start ? { start } : {}),
  ...(end ? { end } : {}),
  approximate,
});

describe('edtfInterval', () => {
  it.each([
    ['2031', days('2031-01-01', '2031-12-31')],
    ['2031-02', days('2031-02-01', '2031-02-28')],
    ['2032-02', days('2032-02-01', '2032-02-29')],
    ['2031-05-04', days('2031-05-04', '2031-05-04')],
    ['2031-05-04T10:00:00Z', days('2031-05-04', '2031-05-04')],
    ['2031/2033-06', days('2031-01-01', '2033-06-30')],
    ['2031/..', days('2031-01-01', undefined)],
    ['../2031-05', days(undefined, '2031-05-31')],
    ['2031/', days('2031-01-01', undefined)],
    ['203X', days('2030-01-01', '2039-12-31')],
    ['2031-1X', days('2031-10-01', '2031-12-31')],
    ['2031-05-XX', days('2031-05-01', '2031-05-31')],
    ['2031~', days('2031-01-01', '2031-12-31', true)],
    ['2031-05?/2031-06', days('2031-05-01', '2031-06-30', true)],
  ])('says %s in days', (edtf, expected) => {
    expect(edtfInterval(edtf)).toEqual(expected);
  });

  it.each(['2031-21', '[2031,2032]', 'Y17E7', '-0044', '../..', '2031-13', '2031-02-30', 'soon'])(
    'says nothing of %s',
    (edtf) => {
      expect(edtfInterval(edtf)).toBeUndefined();
    },
  );
});
