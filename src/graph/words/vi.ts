/** Vietnamese words for reading claims. */
import { wholeNumbers } from './locale-formats.ts';
import type { ReadingWords } from './reading-words.ts';

const LOCALE = 'vi';
const number = wholeNumbers('.');

/** Vietnamese nouns do not change with number. */
const count = (n: number, noun: string) => `${number(n)} ${noun}`;
const claims = (n: number) => count(n, 'nhận định');
const entities = (n: number) => count(n, 'thực thể');
const mentions = (n: number) => count(n, 'lần nhắc đến');

const SPEECH: Readonly<Record<string, string>> = {
  added: 'nói thêm',
  announced: 'công bố',
  argued: 'lập luận',
  asked: 'hỏi',
  believed: 'tin rằng',
  called: 'gọi',
  claimed: 'khẳng định',
  commented: 'bình luận',
  described: 'mô tả',
  estimated: 'ước tính',
  expected: 'kỳ vọng',
  explained: 'giải thích',
  foresaw: 'dự báo',
  forecast: 'dự báo',
  held: 'cho rằng',
  judged: 'nhận xét',
  noted: 'lưu ý',
  posted: 'đăng',
  predicted: 'dự đoán',
  ranked: 'xếp hạng',
  recorded: 'ghi nhận',
  remarked: 'nhận xét',
  reported: 'đưa tin',
  said: 'nói',
  stated: 'tuyên bố',
  thought: 'cho rằng',
  told: 'cho biết',
  warned: 'cảnh báo',
  wrote: 'viết',
};

export const vi: ReadingWords = {
  locale: LOCALE,
  dates: {
    about: (date) => `khoảng ${date}`,
    uncertain: (date) => `${date} (chưa chắc chắn)`,
    since: (date) => `từ ${date}`,
    until: (date) => `đến ${date}`,
    between: (start, end) => `từ ${start} đến ${end}`,
    decade: (year) => `thập niên ${year}`,
    century: (number) => `thế kỷ ${number}`,
    season: (season, year) => `mùa ${['xuân', 'hè', 'thu', 'đông'][season - 1]} ${year}`,
    at: (date, time) => `${time}, ${date}`,
  },
  madeFrom: (c, e, a) =>
    `${claims(c)} về ${entities(e)}, rút từ ${a === 1 ? 'một bài báo' : count(a, 'bài báo')}`,

  kinds: 'Loại',
  otherKinds: 'Loại khác',
  denied: 'Phủ định',

  claim: 'Nhận định',
  claims,
  entities,
  alsoCalled: 'Còn gọi là',
  sameAs: 'Ở nơi khác',
  closeMatch: 'Gần nghĩa với',
  says: 'Những điều đã nói hoặc truyền đi',
  inQualifiers: 'Có tên trong chi tiết của',
  noClaims: 'Chưa có nhận định nào về thực thể này; bài báo chỉ nhắc đến.',
  mentions,
  mentionForms: {
    name: (n) => count(n, 'lần bằng tên'),
    nominal: (n) => count(n, 'lần bằng cách gọi khác'),
    pronoun: (n) => count(n, 'lần bằng đại từ'),
  },
  whoSays: 'Ai nói',
  articleItself: 'Bài báo, bằng lời của chính mình',
  verb: (english) => SPEECH[english],
  forms: { direct: 'trích nguyên văn', indirect: 'thuật lại lời' },
  through: 'trong',
  passedOnBy: 'qua',
  howFirmly: 'Độ chắc chắn',
  firmness: {
    asserted: 'Được nêu như sự thật',
    reported: 'Được thuật lại theo ghi nhận của người khác',
    opinion: 'Là một ý kiến',
    predicted: 'Là dự đoán, chưa xảy ra',
    attempted: 'Đã tìm cách; bài báo không cho biết có thành công hay không',
  },
  whenTrue: 'Thời điểm',
  whenSaid: 'Nói vào lúc',
  deniedPlainly: 'Phủ định: bài báo cho biết không phải như vậy',
  basis: 'Căn cứ',
  explicitPlainly: 'Câu chữ nói rõ',
  impliedPlainly: 'Hàm ý: người đọc kỹ sẽ hiểu như vậy',
  confidence: 'Độ tin cậy',
  evidence: 'Bằng chứng',
  outsideParagraphs: 'Ngoài các đoạn văn',
  address: 'IRI',
  claimsAboutThis: 'Nhận định về nhận định này',
  spokenOf: 'Nhận định được nói đến',
  yes: 'có',
  no: 'không',
  atLeast: (amount) => `ít nhất ${amount}`,
  atMost: (amount) => `nhiều nhất ${amount}`,
  range: (min, max) => `${min}–${max}`,
  unit: (unit) => (unit === 'percent' ? '%' : unit),

  article: 'Bài báo',
  titleIsOurs: 'Bài gốc không có nhan đề; nhan đề này do người chú giải đặt.',
  openSource: 'Mở bài gốc',
  creditRoles: {
    source: 'Theo',
    photo: 'Ảnh',
    author: 'Tác giả',
    translator: 'Người dịch',
    publisher: 'Nơi đăng',
  },
  paragraph: (n) => `Đoạn ${n}`,
  paragraphs: (n) => count(n, 'đoạn'),
  structures: {
    dateline: 'Dòng ngày tháng',
    heading: 'Tiêu đề mục',
    caption: 'Chú thích ảnh',
    credits: 'Dòng ghi nguồn',
  },
  digestNote: 'Bản tóm lược bằng lời khác; trang này không chứa nguyên văn bài báo.',
};
