/** What is said of files: saving the graph, opening one's own. */
import { numberFormat } from '../../graph/index.ts';
import type { Stage } from '../worker/messages.ts';

export interface FileStrings {
  readonly saveGraph: string;
  readonly format: string;
  readonly formats: Readonly<Record<string, string>>;
  readonly what: string;
  readonly everything: string;
  readonly whatIsShown: (claims: number, entities: number) => string;
  readonly width: string;
  readonly shownPlaces: string;
  readonly save: string;
  readonly cancel: string;
  readonly saved: (name: string) => string;
  readonly losses: string;
  readonly tooLarge: (width: number, height: number) => string;
  readonly saveView: string;
  readonly viewShown: (name: string) => string;
  readonly dropHere: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly megabytes: (bytes: number) => string;
}

const en = numberFormat('en-GB', { maximumFractionDigits: 1 });
const vi = numberFormat('vi', { maximumFractionDigits: 1 });
const mb = (bytes: number) => Math.max(0.1, bytes / 1e6);

export const filesEn: FileStrings = {
  saveGraph: 'Save the graph …',
  format: 'Format',
  formats: {
    '.json': 'JSON, the whole graph for Clew',
    '.ttl': 'Turtle',
    '.trig': 'TriG, a graph per article',
    '.nq': 'N-Quads, a graph per article',
    '.jsonld': 'JSON-LD, a graph per article',
    '.graphml': 'GraphML',
    '.gexf': 'GEXF, with the colours shown',
    '.nodes.csv': 'CSV, a row per entity',
    '.edges.csv': 'CSV, a row per claim',
    '.svg': 'SVG, a picture as vectors',
    '.png': 'PNG, a picture as pixels',
  },
  what: 'What to save',
  everything: 'Everything',
  whatIsShown: (c, e) => `Only what is shown: ${en(c)} claims, ${en(e)} entities`,
  width: 'Width in pixels',
  shownPlaces: 'With the places as they are shown',
  save: 'Save',
  cancel: 'Cancel',
  saved: (name) => `${name} saved`,
  losses: 'The format does not hold:',
  tooLarge: (w, h) =>
    `A picture of ${en(w)} by ${en(h)} pixels is more than this browser can draw. Choose a smaller width, or SVG, which has no limit.`,
  saveView: 'Save this view as a file',
  viewShown: (name) => `The view in ${name} is shown`,
  dropHere: 'Drop a graph, a saved view, or the article’s text here',
  stages: {
    reading: 'Reading',
    building: 'Building the graph',
    arranging: 'Arranging',
    showing: 'Getting it ready to be shown',
    writing: 'Writing',
    counting: 'Measuring',
  },
  megabytes: (bytes) => `${en(mb(bytes))} MB`,
};

export const filesVi: FileStrings = {
  saveGraph: 'Lưu đồ thị …',
  format: 'Định dạng',
  formats: {
    '.json': 'JSON, trọn đồ thị cho Clew',
    '.ttl': 'Turtle',
    '.trig': 'TriG, mỗi bài báo một đồ thị',
    '.nq': 'N-Quads, mỗi bài báo một đồ thị',
    '.jsonld': 'JSON-LD, mỗi bài báo một đồ thị',
    '.graphml': 'GraphML',
    '.gexf': 'GEXF, kèm màu đang hiển thị',
    '.nodes.csv': 'CSV, mỗi dòng một thực thể',
    '.edges.csv': 'CSV, mỗi dòng một nhận định',
    '.svg': 'SVG, hình vectơ',
    '.png': 'PNG, hình điểm ảnh',
  },
  what: 'Lưu những gì',
  everything: 'Tất cả',
  whatIsShown: (c, e) => `Chỉ những gì đang hiện: ${vi(c)} nhận định, ${vi(e)} thực thể`,
  width: 'Chiều rộng (điểm ảnh)',
  shownPlaces: 'Giữ vị trí như đang hiển thị',
  save: 'Lưu',
  cancel: 'Hủy',
  saved: (name) => `Đã lưu ${name}`,
  losses: 'Định dạng này không chứa được:',
  tooLarge: (w, h) =>
    `Hình ${vi(w)} × ${vi(h)} điểm ảnh vượt quá khả năng của trình duyệt. Hãy chọn chiều rộng nhỏ hơn, hoặc dùng SVG vốn không bị giới hạn.`,
  saveView: 'Lưu khung nhìn này thành tệp',
  viewShown: (name) => `Đang hiện khung nhìn trong ${name}`,
  dropHere: 'Thả đồ thị, khung nhìn đã lưu hoặc văn bản của bài báo vào đây',
  stages: {
    reading: 'Đang đọc',
    building: 'Đang dựng đồ thị',
    arranging: 'Đang sắp đặt',
    showing: 'Đang chuẩn bị hiển thị',
    writing: 'Đang ghi',
    counting: 'Đang tính toán',
  },
  megabytes: (bytes) => `${vi(mb(bytes))} MB`,
};
