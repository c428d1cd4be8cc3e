/** The words of the query page; a missing one does not compile. */
import type { Language } from '../../graph/index.ts';

export interface QueryWords {
  readonly title: string;
  readonly lead: string;
  readonly query: string;
  readonly run: string;
  readonly keys: string;
  readonly download: string;
  readonly draw: string;
  readonly saved: string;
  readonly result: string;
  readonly yes: string;
  readonly no: string;
  readonly rows: (count: number, shown: string) => string;
  readonly triples: string;
  readonly more: (shown: string) => string;
  readonly nothing: string;
  readonly wrong: string;
  readonly known: string;
  readonly programs: string;
}

export const QUERY_WORDS: Readonly<Record<Language, QueryWords>> = {
  en: {
    title: 'Query',
    lead: 'Ask the data by SPARQL. Nothing can be changed here.',
    query: 'Query',
    run: 'Run the query',
    keys: 'Ctrl+Enter or ⌘+Enter runs it. Names complete as you type, entities too; Tab takes a suggestion, Escape refuses it.',
    download: 'Download all of it',
    draw: 'Draw it as a graph',
    saved: 'Saved questions',
    result: 'Result',
    yes: 'Yes',
    no: 'No',
    rows: (count, shown) => (count === 1 ? '1 row' : `${shown} rows`),
    triples: 'Triples, as Turtle',
    more: (shown) =>
      `There are more; the first ${shown} are shown. Page with LIMIT and OFFSET, or fetch all by program.`,
    nothing: 'Nothing fits the query.',
    wrong: 'The query could not be answered',
    known: 'Prefixes that need not be declared',
    programs:
      'Programs ask at this same address: SPARQL 1.1 Protocol, results in the syntax that Accept names.',
  },
  vi: {
    title: 'Truy vấn',
    lead: 'Hỏi dữ liệu bằng SPARQL. Ở đây không thể thay đổi gì.',
    query: 'Câu truy vấn',
    run: 'Chạy truy vấn',
    keys: 'Ctrl+Enter hoặc ⌘+Enter để chạy. Tên được gợi ý khi gõ, cả tên thực thể; Tab để nhận gợi ý, Escape để bỏ qua.',
    download: 'Tải toàn bộ kết quả',
    draw: 'Vẽ thành đồ thị',
    saved: 'Câu hỏi có sẵn',
    result: 'Kết quả',
    yes: 'Có',
    no: 'Không',
    rows: (_, shown) => `${shown} dòng`,
    triples: 'Các bộ ba, dạng Turtle',
    more: (shown) =>
      `Còn nữa; ở đây là ${shown} dòng đầu. Hãy chia trang bằng LIMIT và OFFSET, hoặc lấy tất cả bằng chương trình.`,
    nothing: 'Không có gì khớp với câu truy vấn.',
    wrong: 'Không trả lời được câu truy vấn này',
    known: 'Các tiền tố không cần khai báo',
    programs:
      'Chương trình hỏi ở cùng địa chỉ này: SPARQL 1.1 Protocol, kết quả theo cú pháp mà Accept yêu cầu.',
  },
};
