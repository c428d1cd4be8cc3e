/** Vietnamese. */
import { READING_WORDS } from '../../graph/index.ts';
import { arrangingVi } from './arranging.ts';
import type { Strings } from './strings.ts';

const LOCALE = 'vi';
const numbers = new Intl.NumberFormat(LOCALE);

/** Vietnamese nouns do not change with number. */
const count = (n: number, noun: string) => `${numbers.format(n)} ${noun}`;
const claims = (n: number) => count(n, 'nhận định');
const entities = (n: number) => count(n, 'thực thể');

export const vi: Strings = {
  ...READING_WORDS.vi,

  skipToCanvas: 'Chuyển tới đồ thị',
  skipToReading: 'Chuyển tới cột đọc',
  search: 'Tìm kiếm',
  searchHint: 'Tìm tên, nhận định, quan hệ',
  views: { graph: 'Đồ thị', table: 'Bảng', article: 'Bài báo' },
  viewSwitch: 'Cách xem',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  language: 'Ngôn ngữ',
  theme: 'Giao diện',
  themes: { auto: 'Theo hệ thống', light: 'Sáng', dark: 'Tối' },
  share: 'Chia sẻ và lưu',
  copyAddress: 'Sao chép địa chỉ của khung nhìn này',
  copied: 'Đã sao chép',
  saveGraph: 'Lưu đồ thị thành',
  saveAs: (extension) => `Lưu thành ${extension}`,
  print: 'In',
  legend: 'Phân loại và bộ lọc',
  reading: 'Cột đọc',
  foldLegend: 'Ẩn bộ lọc',
  unfoldLegend: 'Hiện bộ lọc',
  foldReading: 'Ẩn cột đọc',
  unfoldReading: 'Hiện cột đọc',
  readingWidth: 'Độ rộng cột đọc',
  close: 'Đóng',
  hint: 'Chọn một cái tên hoặc một đường nối để biết ai nói gì, và nói ở chỗ nào trong bài.',

  searchResults: 'Kết quả tìm kiếm',
  hits: (n) => count(n, 'kết quả'),
  noHits: (query) => `Không tìm thấy “${query}”. Hãy thử gõ ít chữ hơn, hoặc tên bằng ngôn ngữ khác.`,
  hitTypes: { entity: 'Thực thể', claim: 'Nhận định', predicate: 'Quan hệ', kind: 'Loại' },
  hiddenByFilters: 'đang bị lọc ẩn',
  showKindOnly: 'chỉ hiện loại này',
  showPredicateOnly: 'chỉ hiện các nhận định này',
  cancelSearch: 'Hủy',
  facets: {
    modality: 'Độ chắc chắn',
    polarity: 'Có hay không',
    derivation: 'Căn cứ',
    predicate: 'Quan hệ',
    speaker: 'Người nói',
    article: 'Bài báo',
  },
  modalities: {
    asserted: 'Khẳng định',
    reported: 'Thuật lại',
    opinion: 'Ý kiến',
    predicted: 'Dự đoán',
    attempted: 'Tìm cách',
  },
  affirmed: 'Có',
  explicit: 'Nói rõ',
  implied: 'Hàm ý',
  ownVoice: 'Chính bài báo',
  only: 'chỉ mục này',
  onlyThis: (name) => `Chỉ hiện ${name}`,
  shownOf: (shown, all) => `Đang hiện ${numbers.format(shown)} trên ${claims(all)}`,
  showAll: 'Hiện tất cả',
  clearFacet: (facet) => `Bỏ lựa chọn trong mục ${facet}`,
  nothingShown: 'Bộ lọc đang ẩn hết mọi thứ.',

  canvas: 'Đồ thị',
  canvasHelp:
    'Phím mũi tên phải và trái lần lượt qua các nhận định của thực thể đang chọn, mũi tên xuống sang đầu bên kia của nhận định, mũi tên lên quay lại. Escape bỏ chọn, dấu cộng và trừ để phóng to thu nhỏ, số 0 hiện toàn bộ, phím P ghim hoặc bỏ ghim các tên đang chọn.',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  zoomAll: 'Hiện toàn bộ đồ thị',
  noWebGl:
    'Trình duyệt này không vẽ được đồ thị vì thiếu hoặc đã tắt WebGL 2. Bảng dưới đây có đủ nội dung như đồ thị.',
  canvasLost:
    'Trình duyệt đã thu hồi vùng vẽ. Không có gì bị mất: bảng dưới đây có đủ nội dung, tải lại trang sẽ vẽ lại đồ thị.',
  selected: (n) => `Đang chọn ${numbers.format(n)} mục`,
  mostSelected: (n) => `Đang chọn ${numbers.format(n)} mục, không thể chọn nhiều hơn cùng lúc.`,
  clearSelection: 'Bỏ chọn',
  fromTo: (from, to) => `Từ ${from} đến ${to}`,
  alongArrows: 'Chỉ đi theo chiều mũi tên',
  noWay: 'Trong số đang hiện, không nhận định nào nối hai bên.',
  selectSecond: 'Giữ Shift và chọn thêm một tên để xem điều gì nối hai bên.',
  aroundIt: 'Số bước xung quanh',
  everything: 'tất cả',
  steps: (n) => `${count(n, 'bước')} xung quanh`,
  focusedOn: (name, depth) => `Chỉ hiện ${name} và những gì cách tối đa ${count(depth, 'bước')}`,
  evidenceIn: (paragraph, spans) => `Đoạn ${paragraph}, ${count(spans, 'chỗ')}`,
  copy: (what) => `Sao chép ${what}`,
  citation: 'trích dẫn',
  turtle: 'Dạng Turtle',
  chooseArticle: 'Chọn bài báo',
  claimsHere: claims,
  marks: { evidence: 'Bằng chứng', attribution: 'Người nói', mention: 'Chỗ nhắc đến' },
  markAt: (mark, start, end) => `${mark}: ký tự ${numbers.format(start)} đến ${numbers.format(end)}`,
  bringText:
    'Nếu có tệp văn bản của bài báo, hãy thả vào đây để đọc đúng câu chữ gốc. Tệp không rời khỏi máy của bạn.',
  chooseFile: 'Chọn tệp',
  dropHere: 'Thả tệp văn bản của bài báo để xem đúng câu chữ gốc',
  textShown: 'Nguyên văn bài báo, lấy từ tệp của bạn',
  putTextAway: 'Trở lại bản tóm lược',
  sourceProblems: {
    'no-hash':
      'Không kiểm tra được tệp vì trang không được mở từ đĩa hay qua kết nối an toàn. Bản tóm lược vẫn giữ nguyên.',
    'no-match':
      'Đây không phải văn bản của bài báo nào trên trang này: dấu vân tay của tệp không khớp. Trang không giữ lại gì.',
    'not-utf8': 'Tệp không phải văn bản UTF-8. Trang không giữ lại gì.',
  },

  tableOf: { entities: 'Thực thể', claims: 'Nhận định' },
  rowsSwitch: 'Nội dung của bảng',
  columns: {
    name: 'Tên',
    kind: 'Loại',
    claims: 'Nhận định',
    mentions: 'Lần nhắc',
    description: 'Mô tả',
    statement: 'Nhận định',
    subject: 'Chủ thể',
    predicate: 'Quan hệ',
    object: 'Đối tượng',
    speaker: 'Ai nói',
    modality: 'Độ chắc chắn',
    polarity: 'Có hay không',
    time: 'Thời điểm',
    place: 'Đoạn',
  },
  sortBy: (column) => `Sắp xếp theo ${column}`,
  moreRows: (n) => `Hiện thêm ${numbers.format(n)}`,

  arranging: arrangingVi,
  noWorker:
    'Trình duyệt này không cho trang chạy tác vụ nền nên không làm được việc này. Hãy mở trang bằng trình duyệt khác, hoặc dùng lệnh “clew build”.',

  nowSelected: (name) => `Đã chọn: ${name}`,
  nothingSelected: 'Không chọn mục nào',
  nowView: (view) => `Đang xem: ${view}`,
  nowShown: (c, e) => `Đang hiện ${claims(c)} và ${entities(e)}`,
  undone: 'Đã hoàn tác',
  redone: 'Đã làm lại',
  noData: 'Trang này chưa có đồ thị. Hãy chạy “clew build” rồi mở tệp .html mà lệnh đó tạo ra.',
  brokenData:
    'Không đọc được đồ thị trong trang: tệp bị hỏng hoặc do phiên bản khác tạo ra. Hãy chạy lại “clew build”.',
  emptyGraph: 'Bộ dữ liệu này chưa có thực thể nào. Hãy thêm vào entities.yaml rồi dựng lại.',
};
