/** What is said of files that the reader opens: graphs of their own. */
import { wholeNumbers } from '../../graph/index.ts';
export interface OpeningStrings {
  readonly open: string;
  readonly opening: (name: string) => string;
  readonly percent: (share: number) => string;
  readonly stop: string;
  readonly stopped: (name: string) => string;
  readonly shown: (name: string, claims: string) => string;
  readonly failed: (name: string) => string;
  readonly kept: string;
  readonly nothingKept: string;
  readonly unknownFile: (endings: string) => string;
  readonly tooLarge: (size: string, most: string) => string;
  readonly incomplete: (name: string) => string;
  readonly losses: string;
  readonly warnings: string;
  readonly fromFile: (name: string) => string;
  readonly madeOf: (claims: number, entities: number) => string;
  readonly missing: string;
  readonly back: (title: string) => string;
  readonly awaited: (id: string) => string;
  readonly addressNote: string;
  readonly noText: string;
  readonly emptyTitle: string;
  readonly emptyText: (endings: string) => string;
}

const en = wholeNumbers(',');
const vi = wholeNumbers('.');
/** As both languages write it; a format would take longer to make than the page needs to show how far it is. */
const percent = (share: number) => `${Math.round(100 * share)}%`;

export const openingEn: OpeningStrings = {
  open: 'Open a file …',
  opening: (name) => `Opening ${name}`,
  percent,
  stop: 'Stop',
  stopped: (name) => `${name} was not opened`,
  shown: (name, claims) => `${name} is open. ${claims}`,
  failed: (name) => `${name} can’t be shown`,
  kept: 'The graph that was shown is still there. Nothing of the file was kept or sent.',
  nothingKept: 'Nothing of the file was kept or sent.',
  unknownFile: (endings) =>
    `This is neither a text that an article here was made from (its fingerprint differs), nor a saved view, nor a graph that can be read here. Graphs are known by how their file’s name ends: ${endings}.`,
  tooLarge: (size, most) =>
    `The file has ${size}, more than a page can hold: ${most} at most. Open it with “clew serve”, or save a part of it.`,
  incomplete: (name) => `${name} is open, but not all of it`,
  losses: 'What the graph does not show of the file:',
  warnings: 'What is unusual in the file:',
  fromFile: (name) => `From ${name} on this computer; sent nowhere`,
  madeOf: (c, e) =>
    `${en(c)} ${c === 1 ? 'claim' : 'claims'} about ${en(e)} ${e === 1 ? 'entity' : 'entities'}`,
  missing: 'What is missing',
  back: (title) => `Back to “${title}”`,
  awaited: (id) => `The address asks for a view of “${id}”, which is a file. Open the file to see it.`,
  addressNote: 'Whoever is to see this view needs its address and the file.',
  noText: 'This graph comes without a text. Select something to read what is said of it.',
  emptyTitle: 'Drop a graph here',
  emptyText: (endings) => `Or open a file. These are read: ${endings}. Nothing is sent anywhere.`,
};

export const openingVi: OpeningStrings = {
  open: 'Mở tệp …',
  opening: (name) => `Đang mở ${name}`,
  percent,
  stop: 'Dừng',
  stopped: (name) => `Không mở ${name}`,
  shown: (name, claims) => `Đã mở ${name}. ${claims}`,
  failed: (name) => `Không hiển thị được ${name}`,
  kept: 'Đồ thị trước đó vẫn còn nguyên. Trang không giữ và không gửi đi gì từ tệp này.',
  nothingKept: 'Trang không giữ và không gửi đi gì từ tệp này.',
  unknownFile: (endings) =>
    `Tệp này không phải văn bản gốc của bài báo nào ở đây (dấu vân tay không khớp), không phải khung nhìn đã lưu, cũng không phải đồ thị mà trang đọc được. Trang nhận ra đồ thị qua đuôi tên tệp: ${endings}.`,
  tooLarge: (size, most) =>
    `Tệp nặng ${size}, quá sức một trang: tối đa ${most}. Hãy mở bằng “clew serve”, hoặc lưu lại một phần.`,
  incomplete: (name) => `Đã mở ${name}, nhưng chưa đủ hết`,
  losses: 'Những gì trong tệp mà đồ thị không thể hiện:',
  warnings: 'Những điểm khác thường trong tệp:',
  fromFile: (name) => `Từ tệp ${name} trên máy này; không gửi đi đâu`,
  madeOf: (c, e) => `${vi(c)} nhận định về ${vi(e)} thực thể`,
  missing: 'Còn thiếu gì',
  back: (title) => `Trở lại “${title}”`,
  awaited: (id) => `Địa chỉ này trỏ tới một khung nhìn của tệp “${id}”. Hãy mở tệp đó để xem.`,
  addressNote: 'Người nhận cần cả địa chỉ lẫn tệp để xem được khung nhìn này.',
  noText: 'Đồ thị này không kèm văn bản. Hãy chọn một mục để đọc những gì được nói về nó.',
  emptyTitle: 'Thả đồ thị vào đây',
  emptyText: (endings) => `Hoặc mở một tệp. Trang đọc được: ${endings}. Không gửi đi đâu cả.`,
};
