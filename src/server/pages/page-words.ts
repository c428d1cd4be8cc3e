/** The words of pages that the viewer does not have; a missing one does not compile. */
import type { Language } from '../../graph/index.ts';

export interface PageWords {
  readonly skip: string;
  readonly site: string;
  readonly languages: string;
  readonly trail: string;
  readonly about: string;
  readonly graphView: string;
  readonly openInGraph: string;
  readonly entities: string;
  readonly claims: string;
  readonly articles: string;
  readonly vocabulary: string;
  readonly downloads: string;
  readonly query: string;
  readonly data: string;
  readonly dataNote: string;
  readonly licence: string;
  readonly issued: string;
  readonly modified: string;
  readonly counted: string;
  readonly claimedOfIt: string;
  readonly claimedWithIt: string;
  readonly place: string;
  readonly statedPlainly: string;
  readonly statedNot: string;
  readonly plainTriple: string;
  readonly exactWords: string;
  readonly characters: (start: string, end: string) => string;
  readonly digest: string;
  readonly claimsHere: string;
  readonly namedHere: string;
  readonly published: string;
  readonly fingerprint: string;
  readonly length: (codePoints: string) => string;
  readonly class: string;
  readonly property: string;
  readonly qualifier: string;
  readonly term: string;
  readonly classes: string;
  readonly properties: string;
  readonly otherTerms: string;
  readonly broader: string;
  readonly narrower: string;
  readonly domain: string;
  readonly range: string;
  readonly anything: string;
  readonly thingsOfIt: string;
  readonly claimedOfThem: string;
  readonly claimedWithThem: string;
  readonly claimsWithIt: string;
  readonly needsQualifiers: string;
  readonly comparison: string;
  readonly statements: string;
  readonly pointing: string;
  readonly statementCount: (n: number) => string;
  readonly more: (n: number) => string;
  readonly part: (n: number) => string;
  readonly partOf: (n: number, all: number) => string;
  readonly partsOfPage: string;
  readonly firstPart: string;
  readonly previousPart: string;
  readonly nextPart: string;
  readonly lastPart: string;
  readonly bytes: (n: number) => string;
  readonly notFound: string;
  readonly notFoundText: (address: string) => string;
  readonly perhaps: string;
  readonly notAcceptable: string;
  readonly notAcceptableText: string;
}

const en: PageWords = {
  skip: 'Skip to the text',
  site: 'This site',
  languages: 'Language',
  trail: 'Where this page stands',
  about: 'About',
  graphView: 'Graph',
  openInGraph: 'Open in the graph',
  entities: 'Entities',
  claims: 'Claims',
  articles: 'Articles',
  vocabulary: 'Vocabulary',
  downloads: 'Downloads',
  query: 'Query',
  data: 'Data',
  dataNote: 'What this page says, for programs:',
  licence: 'Licence',
  issued: 'Issued',
  modified: 'Last changed',
  counted: 'What is in it',
  claimedOfIt: 'What is claimed of it',
  claimedWithIt: 'Where it is the object',
  place: 'Where the words stand',
  statedPlainly: 'Yes: the article asserts it in its own voice, so it also stands as a triple of its own',
  statedNot: 'No: it stands only as a claim',
  plainTriple: 'Stated as a fact',
  exactWords: 'The exact words',
  characters: (start, end) => `characters ${start}–${end}`,
  digest: 'What it says, in other words',
  claimsHere: 'What is claimed here',
  namedHere: 'Who and what it names',
  published: 'Published',
  fingerprint: 'SHA-256 of the text',
  length: (codePoints) => `${codePoints} characters`,
  class: 'Class',
  property: 'Property',
  qualifier: 'Qualifier',
  term: 'Term',
  classes: 'Classes',
  properties: 'Properties',
  otherTerms: 'Other terms',
  broader: 'Broader',
  narrower: 'Narrower',
  domain: 'Said of',
  range: 'Takes',
  anything: 'anything',
  thingsOfIt: 'Of this kind',
  claimedOfThem: 'What is claimed of them',
  claimedWithThem: 'Where one of them is the object',
  claimsWithIt: 'Claims with it',
  needsQualifiers: 'A claim with it says enough only together with its qualifiers.',
  comparison: 'It compares its subject with its object.',
  statements: 'What is said of it',
  pointing: 'What points to it',
  statementCount: (n) => `${n.toLocaleString('en-GB')} ${n === 1 ? 'statement' : 'statements'}`,
  more: (n) => `and ${n.toLocaleString('en-GB')} more in the data`,
  part: (n) => `page ${n}`,
  partOf: (n, all) => `Page ${n.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}`,
  partsOfPage: 'Pages of this list',
  firstPart: 'First',
  previousPart: 'Previous',
  nextPart: 'Next',
  lastPart: 'Last',
  bytes: (n) => bytesText(n, 'en-GB'),
  notFound: 'Nothing is here',
  notFoundText: (address) => `This site has nothing at ${address}.`,
  perhaps: 'Perhaps you meant:',
  notAcceptable: 'Not to be had in that form',
  notAcceptableText: 'It can be had as:',
};

const vi: PageWords = {
  skip: 'Chuyển tới nội dung',
  site: 'Trang này',
  languages: 'Ngôn ngữ',
  trail: 'Vị trí của trang',
  about: 'Giới thiệu',
  graphView: 'Đồ thị',
  openInGraph: 'Mở trong đồ thị',
  entities: 'Thực thể',
  claims: 'Nhận định',
  articles: 'Bài báo',
  vocabulary: 'Từ vựng',
  downloads: 'Tải xuống',
  query: 'Truy vấn',
  data: 'Dữ liệu',
  dataNote: 'Nội dung trang này, dành cho chương trình:',
  licence: 'Giấy phép',
  issued: 'Phát hành',
  modified: 'Thay đổi gần nhất',
  counted: 'Nội dung',
  claimedOfIt: 'Nhận định về thực thể này',
  claimedWithIt: 'Khi là đối tượng',
  place: 'Vị trí câu chữ',
  statedPlainly:
    'Có: bài báo khẳng định bằng lời của chính mình nên nhận định cũng được ghi thành một bộ ba riêng',
  statedNot: 'Không: chỉ được ghi là nhận định',
  plainTriple: 'Được ghi như sự thật',
  exactWords: 'Nguyên văn',
  characters: (start, end) => `ký tự ${start}–${end}`,
  digest: 'Nội dung, bằng lời khác',
  claimsHere: 'Các nhận định ở đây',
  namedHere: 'Nhắc đến ai và điều gì',
  published: 'Ngày đăng',
  fingerprint: 'SHA-256 của văn bản',
  length: (codePoints) => `${codePoints} ký tự`,
  class: 'Lớp',
  property: 'Thuộc tính',
  qualifier: 'Thuộc tính bổ nghĩa',
  term: 'Thuật ngữ',
  classes: 'Các lớp',
  properties: 'Các thuộc tính',
  otherTerms: 'Thuật ngữ khác',
  broader: 'Rộng hơn',
  narrower: 'Hẹp hơn',
  domain: 'Nói về',
  range: 'Nhận giá trị',
  anything: 'bất cứ gì',
  thingsOfIt: 'Thuộc loại này',
  claimedOfThem: 'Nhận định về các thực thể này',
  claimedWithThem: 'Khi một trong số đó là đối tượng',
  claimsWithIt: 'Nhận định dùng thuộc tính này',
  needsQualifiers: 'Nhận định dùng thuộc tính này chỉ đủ nghĩa khi kèm các bổ nghĩa.',
  comparison: 'Thuộc tính này so sánh chủ thể với đối tượng.',
  statements: 'Những điều được ghi',
  pointing: 'Những gì trỏ đến',
  statementCount: (n) => `${n.toLocaleString('vi')} phát biểu`,
  more: (n) => `và ${n.toLocaleString('vi')} mục nữa trong dữ liệu`,
  part: (n) => `trang ${n}`,
  partOf: (n, all) => `Trang ${n.toLocaleString('vi')} trên ${all.toLocaleString('vi')}`,
  partsOfPage: 'Các trang của danh sách này',
  firstPart: 'Đầu',
  previousPart: 'Trước',
  nextPart: 'Sau',
  lastPart: 'Cuối',
  bytes: (n) => bytesText(n, 'vi'),
  notFound: 'Không có gì ở đây',
  notFoundText: (address) => `Trang này không có gì ở ${address}.`,
  perhaps: 'Có phải bạn tìm:',
  notAcceptable: 'Không có ở dạng đó',
  notAcceptableText: 'Có thể lấy ở dạng:',
};

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { en, vi };

/** `812 B`, `34 kB`, `1.2 MB`. */
function bytesText(bytes: number, locale: string): string {
  const [amount, unit] =
    bytes < 1000 ? [bytes, 'B'] : bytes < 1e6 ? [bytes / 1000, 'kB'] : [bytes / 1e6, 'MB'];
  const digits = amount < 10 && unit !== 'B' ? 1 : 0;
  return `${amount.toLocaleString(locale, { maximumFractionDigits: digits })}\u00a0${unit}`;
}
